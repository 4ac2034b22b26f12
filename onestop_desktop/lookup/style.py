"""The pages' one style sheet and the one script of the static form; both are named by digest or path."""

import base64
import hashlib

STYLE = """\
:root{color-scheme:light dark;--ink:#17202a;--dim:#4a5663;--paper:#fff;--line:#c3ccd5;--mark:#0b5345;--on:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#edf1f5;--dim:#b4bfca;--paper:#14191f;--line:#46525e;\
--mark:#7fd8c0;--on:#10221d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:38rem;padding:1rem;background:var(--paper);color:var(--ink);\
font:1.125rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.25rem;margin:.25rem 0 1rem}h2{font-size:1.125rem;margin:0}
section,form{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 1rem}
.state{font-size:1.375rem;font-weight:700;margin:.25rem 0;color:var(--mark)}
[lang=en]{color:var(--dim);font-size:1rem}.state+[lang=en]{margin:0}
dl{margin:.75rem 0 0}dt{color:var(--dim);font-size:1rem}dd{margin:0 0 .5rem}p{margin:.5rem 0}ul{margin:.25rem 0}
label{display:block;margin:.5rem 0 .25rem}
input{font:inherit;width:100%;padding:.625rem;border:1px solid var(--dim);border-radius:.375rem;\
background:var(--paper);color:var(--ink);text-transform:uppercase}
button{font:inherit;font-weight:700;min-height:3rem;width:100%;margin-top:1rem;border:0;border-radius:.375rem;\
background:var(--mark);color:var(--on)}
button [lang=en]{color:inherit;font-style:normal}a{color:var(--mark)}\
:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
.told{border-left:.375rem solid var(--mark);padding-left:.75rem}
"""
STYLE_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

SCRIPT = """\
// Makes of code and secret the name of the slip's page, and goes there if it exists.
"use strict";
(function () {
  var form = document.querySelector("form"), told = document.getElementById("told");
  var READ_AS = {"1": "L", "I": "L", "|": "L", "0": "Q", "O": "Q", "5": "S", "8": "B"};
  function plain(text) {
    return text.slice(0, 80).normalize("NFKC").replace(/[\\u2010-\\u2015\\u2212]/g, "-")
      .replace(/\\s+/g, "").toUpperCase();
  }
  function letters(text) {
    return plain(text.replace(/[\\u2010-\\u2015\\u2212]/g, "-")).replace(/-/g, "")
      .replace(/[1I|0O58]/g, function (sign) { return READ_AS[sign]; });
  }
  function fraction(x) { return ((x - Math.floor(x)) * 4294967296) | 0; }
  function digest(bytes) {
    var k = [], h = [], n = 2, i, j;
    for (; k.length < 64; n++) {
      for (i = 2; i * i <= n && n % i; i++) { /* a prime has no divisor */ }
      if (i * i > n) {
        if (h.length < 8) { h.push(fraction(Math.sqrt(n))); }
        k.push(fraction(Math.cbrt(n)));
      }
    }
    var size = bytes.length, padded = bytes.concat([128]);
    while (padded.length % 64 !== 56) { padded.push(0); }
    for (i = 7; i >= 0; i--) { padded.push(Math.floor(size * 8 / Math.pow(256, i)) & 255); }
    function turn(x, by) { return (x >>> by) | (x << (32 - by)); }
    for (i = 0; i < padded.length; i += 64) {
      var w = [], s = h.slice();
      for (j = 0; j < 64; j++) {
        if (j < 16) {
          var at = i + 4 * j;
          w[j] = (padded[at] << 24) | (padded[at + 1] << 16) | (padded[at + 2] << 8) | padded[at + 3];
        } else {
          var a = w[j - 15], b = w[j - 2];
          w[j] = (w[j - 16] + w[j - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3))
            + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
        }
        var e = s[4], c = s[0];
        var first = (s[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & s[5]) ^ (~e & s[6]))
          + k[j] + w[j]) | 0;
        var second = ((turn(c, 2) ^ turn(c, 13) ^ turn(c, 22))
          + ((c & s[1]) ^ (c & s[2]) ^ (s[1] & s[2]))) | 0;
        s = [(first + second) | 0, s[0], s[1], s[2], (s[3] + first) | 0, s[4], s[5], s[6]];
      }
      for (j = 0; j < 8; j++) { h[j] = (h[j] + s[j]) | 0; }
    }
    return h.map(function (x) { return ("0000000" + (x >>> 0).toString(16)).slice(-8); }).join("");
  }
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    told.hidden = true;
    var words = plain(form.elements.code.value) + "\\n" + letters(form.elements.secret.value);
    var bytes = Array.from(unescape(encodeURIComponent(words)), function (c) { return c.charCodeAt(0); });
    var page = "k/" + digest(bytes).slice(0, 32) + ".html";
    fetch(page, {method: "HEAD", cache: "no-store"}).then(function (answer) {
      if (answer.ok) { location.assign(page); } else { throw answer; }
    }).catch(function () { told.hidden = false; told.focus(); });
  });
}());
"""
SCRIPT_FILE = "tra-cuu.js"
