// Starts the app; says what to do where the browser is too old for it.
import init from "{{script}}";

// Reading a .p12 file takes a module of its own, loaded by those who choose such a file.
globalThis.congvuPkcs12 = async () => {
  const module = await import("{{pkcs12_script}}");
  await module.default({ module_or_path: "{{pkcs12_module}}" });
  return module;
};

init({ module_or_path: "{{module}}" })
  .then(() => document.getElementById("boot")?.remove())
  .catch((error) => {
    console.error(error);
    const boot = document.getElementById("boot");
    boot?.classList.add("boot--failed");
  });
