// Every htmx request carries the CSRF token of the page.
document.addEventListener("htmx:configRequest", (event) => {
  const csrf = document.querySelector('meta[name="csrf"]');
  if (csrf && csrf.content) event.detail.headers[csrf.dataset.header] = csrf.content;
});
