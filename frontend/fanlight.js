// Everything works without this file. It only makes some things quicker.
(function () {
  "use strict";

  // An error summary takes the focus, so that a screen reader begins with what needs doing.
  var problems = document.querySelector(".nhsuk-error-summary");
  if (problems) {
    problems.setAttribute("tabindex", "-1");
    problems.focus();
  }

  // A form is sent once, however often a tired thumb taps. Coming back with the browser's back button frees it again.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
    }
    form.setAttribute("data-sent", "");
    window.setTimeout(function () {
      form.removeAttribute("data-sent"); // a form that gave a file leaves its page standing
    }, 5000);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      form.removeAttribute("data-sent");
    });
  });

  // One menu open at a time; Escape, or a tap elsewhere, closes it.
  function closeMenus(except) {
    document.querySelectorAll("details.fl-menu[open]").forEach(function (menu) {
      if (menu !== except) {
        menu.removeAttribute("open");
      }
    });
  }
  document.addEventListener("click", function (event) {
    closeMenus(event.target.closest("details.fl-menu"));
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      var open = document.querySelector("details.fl-menu[open] > summary");
      closeMenus(null);
      if (open) {
        open.focus();
      }
    }
  });

  // The board: a card may be dragged as well as sent by its buttons.
  var held = null;
  document.querySelectorAll("[data-board] [data-card]").forEach(function (card) {
    card.draggable = true;
    card.addEventListener("dragstart", function () {
      held = card;
    });
  });
  document.querySelectorAll("[data-column]").forEach(function (column) {
    column.addEventListener("dragover", function (event) {
      event.preventDefault();
      column.classList.add("is-over");
    });
    column.addEventListener("dragleave", function () {
      column.classList.remove("is-over");
    });
    column.addEventListener("drop", function (event) {
      event.preventDefault();
      column.classList.remove("is-over");
      if (held && !column.contains(held)) {
        var form = held.querySelector("form");
        var to = document.createElement("input");
        to.type = "hidden";
        to.name = "to";
        to.value = column.getAttribute("data-column");
        form.appendChild(to);
        form.requestSubmit();
      }
    });
  });

  // The big screen: arrow keys and remote controls turn the pages; a wall that was set to turn by itself does, unless the
  // keyboard is in use there; the time for a part of the talk counts down.
  var WAYS = { ArrowRight: "next", PageDown: "next", ArrowLeft: "prev", PageUp: "prev" };
  document.addEventListener("keydown", function (event) {
    var way = document.querySelector(".fl-screen") && WAYS[event.key];
    var link = way && document.querySelector(".fl-screen__pages a[rel=" + way + "]");
    if (link && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      link.click();
    }
  });
  document.querySelectorAll("[data-turns-to]").forEach(function (screen) {
    window.setInterval(function () {
      if (document.activeElement === document.body) {
        window.location.assign(screen.getAttribute("data-turns-to"));
      }
    }, Number(screen.getAttribute("data-seconds")) * 1000);
  });
  document.querySelectorAll("[data-timer]").forEach(function (timer) {
    var key = "fanlight-" + timer.getAttribute("data-timer");
    var seconds = Number(timer.getAttribute("data-minutes")) * 60;
    var began = Number(window.sessionStorage.getItem(key)) || Date.now();
    window.sessionStorage.setItem(key, String(began));
    function show() {
      var left = seconds - Math.floor((Date.now() - began) / 1000);
      var rest = String(Math.abs(left) % 60).padStart(2, "0");
      var time = Math.floor(Math.abs(left) / 60) + ":" + rest;
      timer.textContent = left < 0 ? time + " over: time to move on" : time + " left";
      timer.parentNode.classList.toggle("is-over", left < 0);
    }
    show();
    window.setInterval(show, 1000);
  });

  // Cards on several phones: look every three seconds what lies on the table now, unless somebody is choosing here.
  var table = document.querySelector("[data-live]");
  var choosing = false;
  document.addEventListener("change", function () {
    choosing = true;
  });
  function lookAgain() {
    window
      .fetch(table.getAttribute("data-live"), { credentials: "same-origin" })
      .then(function (answer) {
        return answer.text();
      })
      .then(function (text) {
        var fresh = new DOMParser().parseFromString(text, "text/html").getElementById("main");
        var now = fresh && fresh.querySelector("[data-live]");
        var held = table.contains(document.activeElement);
        if (!now) {
          window.location.reload(); // they have stopped
        } else if (!choosing && !held && now.innerHTML !== table.innerHTML) {
          table.innerHTML = now.innerHTML;
        }
      })
      .catch(function () {});
  }
  if (table) {
    window.setInterval(lookAgain, 3000);
  }
})();
