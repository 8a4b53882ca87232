//! The deployment files that come with the program.

use std::sync::LazyLock;

use super::Deployment;

/// Key and text of each file in `backend/deployments`.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("bnv", include_str!("../../../deployments/bnv.toml")),
    ("hcmc", include_str!("../../../deployments/hcmc.toml")),
    ("monre", include_str!("../../../deployments/monre.toml")),
    (
        "tien-giang",
        include_str!("../../../deployments/tien-giang.toml"),
    ),
];

impl Deployment {
    /// The deployment with this key, if it comes with the program.
    #[must_use]
    pub fn built_in(key: &str) -> Option<&'static Self> {
        static DEPLOYMENTS: LazyLock<Vec<Deployment>> = LazyLock::new(|| {
            BUILT_IN
                .iter()
                .filter_map(|(key, toml)| Deployment::parse(&format!("{key}.toml"), toml).ok())
                .collect()
        });
        DEPLOYMENTS.iter().find(|deployment| deployment.key == key)
    }
}
