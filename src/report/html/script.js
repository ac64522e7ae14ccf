// Shows the filters, and only what they ask for. The page can be read without it.
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const count = document.getElementById("count");
  const articles = [...document.querySelectorAll("article")];
  const apply = () => {
    const asked = new FormData(form);
    const severities = asked.getAll("severity");
    let shown = 0;
    for (const article of articles) {
      const here = !asked.get("folder") || article.dataset.folder === asked.get("folder");
      let any = false;
      for (const finding of article.querySelectorAll(".finding")) {
        const fits = here
          && (!asked.get("rule") || finding.dataset.rule === asked.get("rule"))
          && severities.includes(finding.dataset.severity)
          && (!asked.get("new") || finding.dataset.since === "new");
        finding.hidden = !fits;
        any ||= fits;
        shown += fits;
      }
      article.hidden = !any;
    }
    count.textContent = shown.toLocaleString(document.documentElement.lang);
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
