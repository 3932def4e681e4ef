// Saves minutes while they are typed. Without this script the Save buttons do the same.
const QUIET_MILLIS = 1200;

class Minutes {
  constructor(form) {
    this.form = form;
    this.text = form.querySelector('textarea');
    this.over = form.elements.over;
    this.status = form.querySelector('.saved');
    this.stored = this.text.value;
    this.timer = 0;
    this.running = Promise.resolve();
    this.text.addEventListener('input', () => this.later());
    this.text.addEventListener('change', () => this.save());
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.save();
    });
  }

  later() {
    this.status.textContent = 'Not saved yet';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), QUIET_MILLIS);
  }

  // One after the other, or a slow answer would make the next one look overtaken.
  save() {
    clearTimeout(this.timer);
    this.running = this.running.then(() => this.send());
    return this.running;
  }

  async send() {
    const typed = this.text.value;
    if (typed === this.stored) {
      return;
    }
    try {
      const answer = await fetch(this.form.action, {
        method: 'POST',
        headers: {'X-Saving': 'quietly'},
        body: new URLSearchParams(new FormData(this.form)),
        redirect: 'error',
        keepalive: typed.length < 10000,
      });
      const said = await answer.json();
      if (answer.ok) {
        this.stored = typed;
        this.over.value = said.revision;
      }
      this.status.textContent = this.text.value === typed ? said.said : 'Not saved yet';
    } catch {
      this.status.textContent = 'Not saved: the room cannot be reached, or you are signed out. Keep this page open and try again.';
    }
  }
}

const forms = [...document.querySelectorAll('form.minutes')].map(form => new Minutes(form));
addEventListener('pagehide', () => forms.forEach(minutes => minutes.save()));

document.addEventListener('keydown', event => {
  const point = event.target.closest?.('.point');
  if (!point) {
    return;
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.matches('.minutes textarea')) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
  const way = {ArrowUp: 'up', ArrowDown: 'down'}[event.key];
  if (event.altKey && way) {
    event.preventDefault();
    Promise.all(forms.map(minutes => minutes.save())).then(() => point.querySelector(`[data-move=${way}]`)?.click());
  }
});
