/** Tells the host how high the page is, in the three ways that hosts understand. */

/** The address that the frame has in its host: the hash follows the reader. */
const PAGE = location.href.replace(/#.*/, "");

/** The messages for a height in CSS pixels. Nobody need answer them. */
export function heightMessages(height: number): readonly unknown[] {
  return [
    { type: "popgrad:resize", height },
    { subject: "lti.frameResize", message_id: `popgrad-${height}`, height },
    JSON.stringify({ src: PAGE, context: "iframe.resize", height }),
  ];
}

/** Calls back with the height of the page's content whenever it may have changed. */
export function watchHeight(changed: (height: number) => void): void {
  const page = document.documentElement;
  // What is hidden has no height.
  const look = () => {
    const { height } = page.getBoundingClientRect();
    if (height > 0) changed(Math.ceil(height));
  };
  new ResizeObserver(look).observe(page);
}
