// Arrow keys go from step to step. Without this script the links do the same.
const steps = [...document.querySelectorAll('.replay-steps a')];
const way = {
  ArrowLeft: document.querySelector('a[rel=prev]'),
  ArrowRight: document.querySelector('a[rel=next]'),
  Home: steps.at(0),
  End: steps.at(-1),
};

document.addEventListener('keydown', event => {
  const typing = event.target.matches('input, select, textarea, .table, .table *, .chart');
  if (typing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  const link = way[event.key];
  if (link) {
    event.preventDefault();
    link.click();
  }
});
