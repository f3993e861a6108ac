// Runs before everything else and must be readable by any Node that knows ES modules: no newer syntax here.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node.js ${process.versions.node} quá cũ: cần Node.js 20.19 trở lên, nên dùng bản 24 LTS (https://nodejs.org).\n` +
      `(Node.js ${process.versions.node} is too old: 20.19 or newer is needed, 24 LTS is recommended.)`,
  );
  process.exit(1);
}
