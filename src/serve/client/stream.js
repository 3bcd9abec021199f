// News from the program, for as long as the page is open, however often the program stops and starts.
//
// Started by voorbeeld.js. A tab that nobody looks at rests: a browser opens six connections to one address, and tabs
// must not keep them all. When it is looked at again, the first news tells what it missed.

import { EVENTS } from './server.js';

const QUIET_BEFORE_OFFLINE = 1500;
const RETRY_FIRST = 1000;
const RETRY_LAST = 5000;
const HIDDEN_BEFORE_REST = 15000;

export class Stream {
  #source = null;
  #delay = RETRY_FIRST;
  #retry = 0;
  #offline = 0;
  #rest = 0;

  /** `onNews(news, hello)`: `hello` says that it is the first word after (re)connecting. `onStatus(connected)`. */
  constructor({ onNews, onStatus }) {
    this.onNews = onNews;
    this.onStatus = onStatus;
  }

  start() {
    const look = () => {
      clearTimeout(this.#rest);
      if (document.hidden) this.#rest = setTimeout(() => this.#close(), HIDDEN_BEFORE_REST);
      this.#open();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    window.addEventListener('pageshow', look);
    window.addEventListener('pagehide', () => this.#close());
    look();
  }

  #open() {
    if (this.#source || document.hidden) return;
    clearTimeout(this.#retry);
    let hello = true;
    this.#source = new EventSource(EVENTS);
    this.#source.addEventListener('open', () => this.#up());
    this.#source.addEventListener('error', () => this.#down());
    this.#source.addEventListener('revision', (event) => {
      this.onNews(JSON.parse(event.data), hello);
      hello = false;
    });
  }

  #up() {
    clearTimeout(this.#offline);
    this.#offline = 0;
    this.#delay = RETRY_FIRST;
    this.onStatus(true);
  }

  /** Browsers differ in when they try again, and some give up: so the trying is ours. */
  #down() {
    this.#close();
    this.#offline ||= setTimeout(() => this.onStatus(false), QUIET_BEFORE_OFFLINE);
    this.#retry = setTimeout(() => this.#open(), this.#delay);
    this.#delay = Math.min(this.#delay * 1.5, RETRY_LAST);
  }

  #close() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }
}
