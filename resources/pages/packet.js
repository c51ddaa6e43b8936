// Gathers the marks of a review packet and saves them in a small file.
const head = JSON.parse(document.getElementById("head").textContent);
function collect() {
  const answers = [...document.querySelectorAll("article")].map((article) => ({
    attempt: article.dataset.attempt,
    comment: article.querySelector(".comment").value.trim(),
    marks: [...article.querySelectorAll("fieldset")].flatMap((point) => {
      const chosen = point.querySelector("input[type=radio]:checked");
      if (!chosen) return [];
      const shown = point.querySelector(".evidence").value.trim();
      return [{ point: Number(point.dataset.point), verdict: chosen.value, evidence: shown }];
    }),
  }));
  const reviewer = document.getElementById("reviewer").value.trim();
  return JSON.stringify({ ...head, reviewer, answers }, null, 1);
}
document.getElementById("save").addEventListener("click", () => {
  const text = collect();
  const result = document.getElementById("result");
  result.hidden = false;
  result.value = text;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "greenroom-marks.json";
  link.click();
  document.getElementById("saved").hidden = false;
});
