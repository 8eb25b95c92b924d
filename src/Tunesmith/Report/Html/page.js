// Players, playheads and copied commands. Without this script the page still shows all, and plays with the browser's own controls.
'use strict';

(() => {
  const glides = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const players = [];

  // A picture of a tune with the stretches through which time runs evenly: rows of from, to, left, right, top, bottom.
  function rollOf(box) {
    const svg = box.querySelector('svg');
    const spans = JSON.parse(box.dataset.spans);
    const shape = name => svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', name));
    const played = shape('rect');
    played.setAttribute('class', 'played');
    const line = shape('line');
    line.setAttribute('class', 'playhead');
    const notes = [...svg.querySelectorAll('.ts-notes rect')].map(note => {
      const [x, y, width] = ['x', 'y', 'width'].map(name => Number(note.getAttribute(name)));
      return { note, y, from: x - 0.4, to: x + width + 1.2 };
    });

    function show(seconds) {
      if (spans.length === 0) {
        return;
      }

      const span = spans.findLast(([from]) => from <= seconds) ?? spans[0];
      const [from, to, left, right, top, bottom] = span;
      const share = Math.min(1, Math.max(0, (seconds - from) / (to - from)));
      const x = left + share * (right - left);
      const first = spans.find(other => other[4] === top)[2];
      for (const [name, value] of [['x1', x], ['x2', x], ['y1', top - 3], ['y2', bottom + 3]]) {
        line.setAttribute(name, value);
      }

      for (const [name, value] of [['x', first], ['y', top], ['width', x - first], ['height', bottom - top]]) {
        played.setAttribute(name, value);
      }

      const sounds = seconds > 0 && seconds < to;
      for (const { note, y, from, to } of notes) {
        note.classList.toggle('on', sounds && y >= top && y < bottom && from <= x && x < to);
      }
    }

    // The time of a place on the screen: in the line nearest to it, and there at its x.
    function secondsAt(clientX, clientY) {
      const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
      const distance = ([, , , , top, bottom]) => Math.max(0, top - y, y - bottom);
      const nearest = Math.min(...spans.map(distance));
      const top = spans.find(span => distance(span) === nearest)[4];
      const row = spans.filter(span => span[4] === top);
      const [from, to, left, right] = row.findLast(span => span[2] <= x) ?? row[0];
      return from + Math.min(1, Math.max(0, (x - left) / (right - left))) * (to - from);
    }

    box.addEventListener('click', event => {
      if (spans.length > 0) {
        box.dispatchEvent(new CustomEvent('seek', { bubbles: true, detail: secondsAt(event.clientX, event.clientY) }));
      }
    });
    return { show };
  }

  function clock(seconds) {
    const whole = Math.floor(seconds);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  }

  function playerOf(tune) {
    const audio = tune.querySelector('audio');
    const button = tune.querySelector('.play');
    const range = tune.querySelector('.seek');
    const text = tune.querySelector('.clock');
    const title = tune.querySelector('h3').textContent;
    const length = Number(tune.dataset.seconds);
    const bar = Number(tune.dataset.bar);
    const rolls = [...tune.querySelectorAll('[data-spans]')].map(rollOf);

    function show() {
      const seconds = audio.currentTime;
      range.value = seconds;
      range.setAttribute('aria-valuetext', `${clock(seconds)} of ${clock(length)}`);
      text.textContent = `${clock(seconds)} / ${clock(length)}`;
      rolls.forEach(roll => roll.show(seconds));
    }

    function follow() {
      show();
      if (!audio.paused && glides) {
        requestAnimationFrame(follow);
      }
    }

    function seek(seconds) {
      audio.currentTime = Math.min(length, Math.max(0, seconds));
      show();
    }

    function toggle() {
      if (!audio.paused) {
        audio.pause();
        return;
      }

      players.forEach(other => other.stop());
      audio.play().catch(() => { audio.controls = true; });
    }

    function look() {
      tune.classList.toggle('playing', !audio.paused);
      button.setAttribute('aria-label', `${audio.paused ? 'Play' : 'Pause'} ${title}`);
      follow();
    }

    // Keys that the button and links have of their own stay theirs. On the slider the arrows would move by a hundredth of a second.
    function key(event) {
      const own = event.target.closest('button, a, summary, pre');
      const moves = { ArrowLeft: -bar, ArrowRight: bar };
      if (event.altKey || event.ctrlKey || event.metaKey || own && event.key === ' ' || event.target.closest('pre')) {
        return;
      }

      if (event.key === ' ') {
        toggle();
      } else if (event.key in moves) {
        seek(audio.currentTime + moves[event.key]);
      } else if (event.key === 'Home') {
        seek(0);
      } else {
        return;
      }

      event.preventDefault();
    }

    audio.removeAttribute('controls');
    audio.hidden = true;
    tune.querySelector('.deck').hidden = false;
    button.addEventListener('click', toggle);
    range.addEventListener('input', () => seek(Number(range.value)));
    ['play', 'pause', 'ended'].forEach(name => audio.addEventListener(name, look));
    ['timeupdate', 'seeked'].forEach(name => audio.addEventListener(name, show));
    tune.addEventListener('seek', event => seek(event.detail));
    tune.addEventListener('keydown', key);
    offer(tune.querySelector('.wav'), audio.src);
    show();
    return { stop: () => audio.pause() };
  }

  // The sound stands in the page once; a file of it is made when somebody asks for one.
  function offer(link, source) {
    link.href = '#';
    link.hidden = false;
    link.addEventListener('click', () => {
      const bytes = Uint8Array.from(atob(source.slice(source.indexOf(',') + 1)), letter => letter.charCodeAt(0));
      const url = URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }));
      link.href = url;
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    });
  }

  async function copy(button) {
    const code = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      document.execCommand('copy');
    }

    const label = button.textContent;
    if (label !== button.dataset.done) {
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = label; }, 2000);
    }
  }

  document.querySelectorAll('.tune').forEach(tune => {
    if (tune.querySelector('audio')) {
      players.push(playerOf(tune));
    }
  });
  document.querySelectorAll('.copy').forEach(button => button.addEventListener('click', () => copy(button)));
})();
