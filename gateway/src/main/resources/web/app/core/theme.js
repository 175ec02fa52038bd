/** Light or dark: as the system has it, or as was chosen here. */

const KEY = 'parley.theme';

export const theme = () => localStorage.getItem(KEY) ?? 'auto';

export function setTheme(chosen) {
  if (chosen === 'auto') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, chosen);
    document.documentElement.dataset.theme = chosen;
  }
}

setTheme(theme());
