// Everything works without this file: it saves whoever types in paper forms the keys between the parts.
(function () {
  "use strict";

  var form = document.querySelector(".fl-typing");
  var boxes = Array.prototype.slice.call(form.querySelectorAll("input[type=text], textarea"));
  var first = boxes.find(function (box) {
    return !box.value;
  });
  (document.querySelector(".nhsuk-error-summary") ? form.querySelector("[aria-describedby*=error]") || first : first).focus();

  function next(box) {
    return boxes[boxes.indexOf(box) + 1];
  }

  form.addEventListener("input", function (event) {
    var box = event.target;
    var rows = Number(box.getAttribute("data-rows"));
    if (rows && box.value.replace(/\s/g, "").length >= rows && box.selectionStart === box.value.length) {
      next(box).focus();
    }
  });

  form.addEventListener("keydown", function (event) {
    var box = event.target;
    if (event.key === "Backspace" && box.value === "" && boxes.indexOf(box) > 0) {
      boxes[boxes.indexOf(box) - 1].focus(); // back into the part before, whose last sign it then takes away
    } else if (event.key === "Enter" && box.tagName === "TEXTAREA" && (box.value === "" || event.ctrlKey)) {
      event.preventDefault();
      form.querySelector("button[type=submit]").click();
    }
  });
})();
