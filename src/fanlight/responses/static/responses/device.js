// On a shared device: go from page to page in place, so that going back finds nothing; clear after a while; go to the start.
(function () {
  "use strict";

  var visit = document.getElementById("visit");
  var start = visit.getAttribute("data-start");

  // One entry in the browser's history, however many pages somebody fills in.
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    if (link && link.origin === location.origin && !link.hash && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      location.replace(link.href);
    }
  });
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented || !window.fetch) {
      return;
    }
    event.preventDefault();
    var form = event.target;
    var pressed = event.submitter;
    if (pressed && pressed.name) {
      var field = document.createElement("input");
      field.type = "hidden";
      field.name = pressed.name;
      field.value = pressed.value;
      form.appendChild(field);
    }
    fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" })
      .then(function (reply) {
        if (!reply.redirected) {
          throw new Error("there is something to put right");
        }
        location.replace(reply.url);
      })
      .catch(function () {
        form.submit(); // as without this file: the page says what is wrong, or the browser that the line is down
      });
  });

  // A page from the browser's memory shows nothing of whoever was here before.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      location.replace(start);
    }
  });

  // It clears itself when nobody touches it, and says so twenty seconds before.
  var clears = Number(visit.getAttribute("data-clears-after"));
  var goesBack = Number(visit.getAttribute("data-goes-back-after"));
  var limit = clears && goesBack ? Math.min(clears, goesBack) : clears || goesBack;
  if (!limit) {
    return;
  }
  var since = Date.now();
  var alert = document.getElementById("still-there");
  ["pointerdown", "keydown", "input", "scroll"].forEach(function (kind) {
    document.addEventListener(
      kind,
      function () {
        since = Date.now();
        alert.textContent = "";
      },
      { passive: true, capture: true }
    );
  });
  setInterval(function () {
    var left = limit - (Date.now() - since) / 1000;
    if (left <= 0) {
      location.replace(start);
    } else if (left <= 20 && limit > 60 && !alert.textContent) {
      alert.textContent = "Still there? This page clears itself in 20 seconds. Touch the screen or press a key to stay.";
    }
  }, 1000);
})();
