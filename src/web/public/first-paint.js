// Sets the colour scheme before the first paint; a file of its own because the content policy allows no inline script.
(() => {
  let scheme = 'auto';
  try {
    scheme = localStorage.getItem('rondine-color-scheme') || 'auto';
  } catch {
    // Storage can be forbidden; the system's scheme is then used.
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  document.documentElement.style.background = scheme === 'dark' ? '#0F1115' : '#FAFAFA';
})();
