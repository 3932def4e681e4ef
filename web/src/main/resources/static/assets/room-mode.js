// Cycles through the slides, asks for news, and keeps showing what it has while nobody answers.
// Without this script all slides stand below each other.
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 10000;
const PATIENCE = 10000;

const body = document.body;
const slides = document.getElementById('slides');
const clocks = document.getElementById('clocks');
const lost = document.getElementById('lost');
const place = document.getElementById('place');
const seconds = Number(body.dataset.seconds) * 1000;
const ask = Number(body.dataset.ask) * 1000;

let at = 0;
let running = true;
let timer = 0;
let lostSince = null;
let wait = FIRST_WAIT;
let asking = 0;

const all = () => [...slides.querySelectorAll('.slide')];

function show(index) {
  const shown = all();
  at = (index + shown.length) % shown.length;
  shown.forEach((slide, i) => {
    slide.classList.toggle('now', i === at);
    slide.inert = i !== at;
  });
  place.textContent = `${at + 1} of ${shown.length}${running ? '' : ', stopped'}`;
  clearTimeout(timer);
  if (running) {
    timer = setTimeout(() => show(at + 1), seconds);
  }
}

// One message for every cause: whoever stands before the screen can only wait or tell somebody.
function sayLost(why) {
  lostSince ??= new Date();
  const time = lostSince.toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'});
  lost.textContent = `${why} since ${time}, showing what was known then`;
  body.classList.add('lost');
}

function sayFound() {
  lostSince = null;
  wait = FIRST_WAIT;
  lost.textContent = '';
  body.classList.remove('lost');
}

async function news() {
  let next = ask;
  try {
    const answer = await fetch(location.href, {cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(PATIENCE)});
    if (!answer.ok) {
      throw new Error(answer.status === 404 ? 'This display was ended by an administrator' : 'No answer from the room');
    }
    take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    sayFound();
  } catch (error) {
    sayLost(error.message.startsWith('This display') ? error.message : 'Connection lost');
    next = wait;
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
  later(next);
}

function later(millis) {
  clearTimeout(asking);
  asking = setTimeout(news, millis);
}

function take(page) {
  const fresh = page.getElementById('slides');
  if (!fresh || fresh.innerHTML === slides.dataset.shown) {
    return;
  }
  slides.dataset.shown = fresh.innerHTML;
  slides.replaceChildren(...document.importNode(fresh, true).childNodes);
  clocks.textContent = page.getElementById('clocks').textContent;
  show(Math.min(at, all().length - 1));
}

const keys = {
  ArrowRight: () => show(at + 1),
  ArrowLeft: () => show(at - 1),
  ' ': () => {
    running = !running;
    show(at);
  },
  Escape: () => {
    if (body.dataset.leave && !document.fullscreenElement) {
      location.assign(body.dataset.leave);
    }
  },
};

document.addEventListener('keydown', event => {
  const verb = keys[event.key];
  if (verb && !event.altKey && !event.ctrlKey && !event.metaKey && !(event.key === ' ' && event.target.closest('button'))) {
    event.preventDefault();
    verb();
  }
});

const full = document.getElementById('full');
full.addEventListener('click', () => document.documentElement.requestFullscreen?.());
document.addEventListener('fullscreenchange', () => {
  full.hidden = document.fullscreenElement !== null;
});

slides.dataset.shown = slides.innerHTML;
body.classList.add('cycling');
show(0);
later(ask);
// A network that is back is no reason to wait any longer.
addEventListener('online', () => later(0));
