// Everything works without this file. It keeps a slow line or a tired thumb from losing or doubling anything.
(function () {
  "use strict";

  var form = document.querySelector("form[data-keep]");
  var waiting = null; // the request that is under way
  var again = false; // something changed since it left
  var timer = null;

  // What is filled in goes into this browser's own cookie as one goes along, so that a reload finds it again.
  function keep() {
    if (waiting) {
      again = true;
      return;
    }
    var content = new FormData(form);
    content.append("keep", "yes");
    waiting = new AbortController();
    fetch(form.action, { method: "POST", body: content, credentials: "same-origin", signal: waiting.signal })
      .catch(function () {}) // the line is down: the button sends it all the same, later
      .then(function () {
        waiting = null;
        if (again) {
          again = false;
          keep();
        }
      });
  }

  if (form && window.fetch && window.AbortController) {
    form.addEventListener("change", keep);
    form.addEventListener("input", function (event) {
      if (event.target.type !== "radio") {
        clearTimeout(timer);
        timer = setTimeout(keep, 500);
      }
    });
  }

  // Each form is sent once, however often one taps. A late answer to "keep" must not come after it.
  document.addEventListener("submit", function (event) {
    if (event.target.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    event.target.setAttribute("data-sent", "");
    clearTimeout(timer);
    if (waiting) {
      waiting.abort();
    }
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (sent) {
      sent.removeAttribute("data-sent");
    });
  });

  var problems = document.querySelector(".nhsuk-error-summary");
  if (problems) {
    problems.setAttribute("tabindex", "-1");
    problems.focus();
  }

  // A slip's square carries the code behind the #, which browsers never send anywhere.
  var code = document.querySelector("input[name=code]");
  if (code && location.hash.length > 1) {
    code.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
  }

  // A gentle word while one types a comment, from the same patterns as on the check page.
  var known = document.getElementById("recognisable");
  var box = document.querySelector("textarea[name=comment]");
  if (known && box) {
    var note = document.getElementById("warnings");
    var rules = JSON.parse(known.textContent);
    var names = {};
    rules.notNames.forEach(function (word) {
      names[word] = true;
    });
    var warn = function () {
      var found = {};
      rules.patterns.forEach(function (rule) {
        var pattern = new RegExp(rule[1], "g");
        var match;
        while ((match = pattern.exec(box.value))) {
          var words = match[1].trim();
          var isCommon = words.split(/\s+/).every(function (word) {
            return names[word];
          });
          if (rule[0] !== rules.name || !isCommon) {
            found[rule[0]] = found[rule[0]] || [];
            if (found[rule[0]].indexOf("“" + words + "”") < 0) {
              found[rule[0]].push("“" + words + "”");
            }
          }
        }
      });
      var lines = Object.keys(found).map(function (kind) {
        return found[kind].join(", ") + " could be " + kind + ".";
      });
      note.textContent = lines.length ? lines.join(" ") + " " + note.getAttribute("data-advice") : "";
    };
    var pause = null;
    box.addEventListener("input", function () {
      clearTimeout(pause);
      pause = setTimeout(warn, 700);
    });
    warn();
  }
})();
