// SPDX-License-Identifier: Apache-2.0
// Runs before the first paint, so that a chosen theme does not flash.
(() => {
  const chosen = localStorage.getItem('entente.theme');
  if (chosen) document.documentElement.dataset.theme = chosen;
})();
