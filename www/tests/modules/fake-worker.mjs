/** Stands for a worker of the pool: answers after a while, refuses or dies as the job says. */
let crashes = 0;

addEventListener("message", ({ data }) => {
  if ("module" in data) return;
  const { ticket, values, part } = data;
  const setting = values.get("setting");
  const answer = () => {
    if (setting === 3) postMessage({ ticket, refused: "no such setting" });
    else if (setting === 2 || (setting === 1.5 && values.get("worker") === 1)) {
      crashes += 1;
      throw new Error(`dies ${crashes}`);
    } else postMessage({ ticket, result: new Float64Array([setting, part]) });
  };
  setTimeout(answer, 20);
});
