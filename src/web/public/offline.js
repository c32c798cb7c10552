// The page without network: speaks the person's language and opens the product as soon as it answers.
(() => {
  const texts = {
    it: [
      'Sei offline',
      'Rondine ha bisogno della rete. Si apre da solo appena torna; non va perso nulla.',
      'Riprova',
    ],
    es: [
      'Estás sin conexión',
      'Rondine necesita la red. Se abre solo en cuanto vuelva; no se pierde nada.',
      'Reintentar',
    ],
  };
  let language = navigator.language;
  try {
    language = localStorage.getItem('rondine-locale') || language;
  } catch {
    // Storage can be forbidden; the browser's language is then used.
  }
  const [title, text, again] = texts[language.slice(0, 2)] ?? [];
  if (title) {
    document.documentElement.lang = language.slice(0, 2);
    document.getElementById('title').textContent = title;
    document.getElementById('text').textContent = text;
    document.getElementById('again').textContent = again;
  }
  const retry = () => location.reload();
  document.getElementById('again').addEventListener('click', retry);
  window.addEventListener('online', retry);
  setInterval(() => {
    fetch('/healthz', { cache: 'no-store' })
      .then((answer) => answer.ok && retry())
      .catch(() => {});
  }, 5_000);
})();
