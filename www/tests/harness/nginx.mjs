/** nginx with the project's own configuration, for a folder and a port of the tests. */
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onPath, start, temporaryFolder } from "./programs.mjs";

const CONFIGURATION = fileURLToPath(new URL("../../hosting/popgrad.conf", import.meta.url));

// Debian keeps it where only root's PATH leads.
const executable = () => onPath("nginx") ?? onPathOfRoot();
const onPathOfRoot = () => onPath("../sbin/nginx");

export const nginx = {
  name: "nginx",
  packages: ["nginx-light"],
  isInstalled: () => executable() !== undefined,
};

/**
 * Serves a folder until `close` is called.
 * @param {string} root
 */
export async function startNginx(root) {
  const { path, remove } = temporaryFolder();
  const port = await freePort();
  const server = await configuration(root, port);
  await writeFile(join(path, "popgrad.conf"), server);
  await writeFile(join(path, "nginx.conf"), around(path));
  const words = ["-p", path, "-c", join(path, "nginx.conf"), "-e", join(path, "error.log")];
  const running = start(executable() ?? "nginx", words);
  const address = `http://127.0.0.1:${port}/`;
  await untilAnswered(address, join(path, "error.log"));
  const close = async () => {
    await running.end();
    remove();
  };
  return { address, close };
}

/**
 * The configuration of the repository with another port and folder.
 * @param {string} root
 * @param {number} port
 */
async function configuration(root, port) {
  const text = await readFile(CONFIGURATION, "utf8");
  const changed = text
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("root /var/www/popgrad;", `root ${root};`);
  if (!changed.includes(`:${port};`) || !changed.includes(root)) {
    throw new Error("popgrad.conf names no port 80 or no folder /var/www/popgrad");
  }
  return changed;
}

/**
 * What Debian's nginx.conf does around it, for a user without rights.
 * @param {string} folder
 */
function around(folder) {
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join("\n  ");
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `daemon off;
${user}
pid ${join(folder, "nginx.pid")};
events {}
http {
  access_log off;
  ${places}
  include ${join(folder, "popgrad.conf")};
}
`;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} address
 * @param {string} log
 */
async function untilAnswered(address, log) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answered = await fetch(address, { method: "HEAD" }).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(50);
  }
  throw new Error(
    `nginx does not answer: ${await readFile(log, "utf8").catch(() => "it wrote no log")}`,
  );
}
