// Starts the app; says what to do where the browser is too old for it.
import init from "{{script}}";

init({ module_or_path: "{{module}}" })
  .then(() => document.getElementById("boot")?.remove())
  .catch((error) => {
    console.error(error);
    const boot = document.getElementById("boot");
    boot?.classList.add("boot--failed");
  });
