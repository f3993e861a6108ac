// A browser is looked for, and if need be fetched, by `npm run setup`: an install must not fail on a closed network.
module.exports = { skipDownload: true };
