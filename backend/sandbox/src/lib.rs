//! Local stand-ins for services that a developer or tester cannot reach. They speak the real protocols and really sign, with test keys.
