// Names for what the admin's own scripts and tables leave without one.

function nameCombobox(selection) {
  const select = selection.closest(".select2").previousElementSibling;
  const label = select.labels?.[0]?.textContent ?? select.getAttribute("aria-label") ?? "";
  const name = label.trim().replace(/:$/, "");
  selection.setAttribute("aria-label", name);
  selection.removeAttribute("aria-labelledby");
  for (const box of selection.querySelectorAll("[role=textbox], .select2-search__field")) {
    box.setAttribute("aria-label", name);
  }
}

function nameEverything(root) {
  root.querySelectorAll(".select2-selection").forEach(nameCombobox);
  root.querySelectorAll("th.original:empty").forEach((head) => {
    // The column holds the name of each row, under which its fields stand.
    head.outerHTML = head.outerHTML.replace(/^<th/, "<td").replace(/th>$/, "td>");
  });
}

nameEverything(document);
// Rows are added, and comboboxes made, after the page was loaded.
new MutationObserver((changes) => {
  if (changes.some((change) => change.addedNodes.length)) nameEverything(document);
}).observe(document.body, { childList: true, subtree: true });
