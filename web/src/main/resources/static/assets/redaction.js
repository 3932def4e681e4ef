// Draws black rectangles over a chosen picture. Without this script, or without a mouse, they are typed as numbers into the field above.
const field = document.getElementById('boxes');
const canvas = document.getElementById('redaction');
const place = canvas.parentElement;
const status = document.getElementById('redaction-status');
const pen = canvas.getContext('2d');
let picture = null;
let start = null;

const boxes = () => field.value.split('\n')
  .map(line => line.trim().split(/\s*[,; ]\s*/).map(Number))
  .filter(box => box.length === 4 && box.every(Number.isInteger));

const paint = (more = []) => {
  if (!picture) {
    return;
  }
  pen.drawImage(picture, 0, 0);
  pen.fillStyle = '#000000';
  const all = boxes();
  [...all, ...more].forEach(box => pen.fillRect(...box));
  status.textContent = `${picture.width} × ${picture.height} pixels, ${all.length} black`;
};

const at = event => {
  const seen = canvas.getBoundingClientRect();
  const between = (value, most) => Math.min(Math.max(Math.round(value), 0), most);
  return [
    between((event.clientX - seen.left) * canvas.width / seen.width, canvas.width),
    between((event.clientY - seen.top) * canvas.height / seen.height, canvas.height),
  ];
};

const between = (from, to) => [
  Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1]),
];

document.getElementById('file').addEventListener('change', async event => {
  const file = event.target.files[0];
  picture = null;
  place.hidden = true;
  if (!file || !/^image\/(png|jpeg)$/.test(file.type)) {
    return;
  }
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return; // the server says what is wrong with it
  }
  canvas.width = picture.width;
  canvas.height = picture.height;
  place.hidden = false;
  paint();
});

field.addEventListener('input', () => paint());

document.getElementById('undo-box').addEventListener('click', () => {
  field.value = field.value.trimEnd().split('\n').slice(0, -1).join('\n');
  paint();
});

canvas.addEventListener('pointerdown', event => {
  start = at(event);
  canvas.setPointerCapture(event.pointerId);
});

canvas.addEventListener('pointermove', event => {
  if (start) {
    paint([between(start, at(event))]);
  }
});

canvas.addEventListener('pointerup', event => {
  const box = between(start, at(event));
  start = null;
  if (box[2] > 2 && box[3] > 2) {
    field.value = [field.value.trimEnd(), box.join(', ')].filter(line => line).join('\n');
  }
  paint();
});

canvas.addEventListener('pointercancel', () => {
  start = null;
  paint();
});
