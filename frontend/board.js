// The board of signs works without this file. With it, a page that is left open can say that a sign has come up.
// The sign stays in the page: it is neither sent nor stored.
(function () {
  "use strict";
  var form = document.querySelector("[data-signs]");
  if (!form || !window.Notification) {
    return;
  }
  var says = form.querySelector("[role=status]");
  var sign = "";
  var timer = 0;

  function plain(words) {
    return words.toUpperCase().replace(/[^0-9A-Z]/g, "");
  }
  function stands(board) {
    return Array.from(board.querySelectorAll(".su-board li")).some(function (one) {
      return plain(one.textContent) === sign;
    });
  }
  function look(board) {
    if (!sign || !stands(board)) {
      return;
    }
    window.clearInterval(timer);
    sign = "";
    says.textContent = "It is time to look: your sign stands on the board.";
    if (window.Notification.permission === "granted") {
      try {
        new window.Notification("Time to look");
      } catch {
        // some phones show notices only for installed sites: the words above are there all the same
      }
    }
  }
  function lookAgain() {
    window
      .fetch(form.getAttribute("data-board"), { credentials: "omit", cache: "no-store" })
      .then(function (answer) {
        return answer.text();
      })
      .then(function (text) {
        look(new DOMParser().parseFromString(text, "text/html"));
      })
      .catch(function () {}); // no connection just now: it looks again later
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    sign = plain(form.querySelector("input").value);
    window.clearInterval(timer);
    if (sign.length !== 8) {
      says.textContent = "A sign has eight letters and digits. It stands on your card, below the code.";
      return;
    }
    says.textContent = "We look for it while this page stays open.";
    timer = window.setInterval(lookAgain, Number(form.getAttribute("data-signs")) * 1000);
    window.Notification.requestPermission().then(function (answer) {
      if (answer !== "granted" && sign) {
        says.textContent = "Your browser shows no notices for this site. We say it here on the page instead.";
      }
      look(document);
    });
  });
})();
