/** Shows the page in a frame of the size that the address asks for. */
const frame = document.querySelector("iframe");
const wanted = new URLSearchParams(location.search);
frame?.setAttribute("width", wanted.get("width") ?? "");
frame?.setAttribute("height", wanted.get("height") ?? "");
frame?.setAttribute("src", "../");
