// The design tokens: every colour, size and radius that the pages use is named here and nowhere else.
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const swallow: MantineColorsTuple = [
  '#EDF2FF',
  '#DBE4FF',
  '#BAC8FF',
  '#91A7FF',
  '#748FFC',
  '#5C7CFA',
  '#4C6EF5',
  '#4263EB',
  '#3B5BDB',
  '#324BBD',
];

const slate: MantineColorsTuple = [
  '#F8FAFC',
  '#F1F4F8',
  '#E4E8EE',
  '#D3D9E2',
  '#B9C2CF',
  '#8A96A8',
  '#5B677A',
  '#465162',
  '#303A49',
  '#171E2A',
];

const night: MantineColorsTuple = [
  '#E4E8EF',
  '#C1C8D4',
  '#9CA5B5',
  '#7D8798',
  '#3A4250',
  '#262C37',
  '#1E232D',
  '#171A21',
  '#13161C',
  '#0F1115',
];

/** Meanings that a colour may carry. Nothing else on a page is coloured, save the accent. */
export type Tone = 'neutral' | 'accent' | 'good' | 'attention' | 'bad' | 'ai';

const tones: Record<
  Tone,
  { light: [ground: string, text: string, mark: string]; dark: [string, string, string] }
> = {
  neutral: { light: ['#EEF1F5', '#465162', '#8A96A8'], dark: ['#262C37', '#B6BECB', '#7D8798'] },
  accent: { light: ['#E9EEFF', '#2F49B8', '#3B5BDB'], dark: ['#1C2547', '#A5B6FF', '#748FFC'] },
  good: { light: ['#E5F6EB', '#17663A', '#2F9E5B'], dark: ['#12291C', '#79D598', '#3FB66B'] },
  attention: { light: ['#FDF2DA', '#824E00', '#D98A06'], dark: ['#2E2410', '#F2C265', '#E0A030'] },
  bad: { light: ['#FDEBEA', '#B3231A', '#DB3B30'], dark: ['#35191A', '#FF9E97', '#F0625A'] },
  ai: { light: ['#F1ECFE', '#6132C0', '#7C4DDB'], dark: ['#251B40', '#BDA4FF', '#9B7BF0'] },
};

function toneVariables(scheme: 'light' | 'dark'): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [tone, shades] of Object.entries(tones)) {
    const [ground, text, mark] = shades[scheme];
    variables[`--tone-${tone}-ground`] = ground;
    variables[`--tone-${tone}-text`] = text;
    variables[`--tone-${tone}-mark`] = mark;
  }
  return variables;
}

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  colors: { swallow, gray: slate, dark: night },
  primaryColor: 'swallow',
  primaryShade: { light: 8, dark: 4 },
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const isAccent = input.color === undefined || input.color === 'swallow';
    // The accent is light on dark pages, so what stands on it is dark there.
    return input.variant === 'filled' && isAccent
      ? { ...colors, color: 'var(--mantine-primary-color-contrast)' }
      : colors;
  },
  black: '#171E2A',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 550 } } },
    InputWrapper: { styles: { label: { marginBottom: 4 }, description: { fontSize: 12 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 120 },
        // The first item has the keyboard: a focusable thing without a role is no child of a menu.
        withInitialFocusPlaceholder: false,
      },
    },
    Modal: {
      defaultProps: { centered: true, radius: 'lg', transitionProps: { duration: 150 } },
      styles: { title: { lineHeight: 1.4 } },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 160 } } },
    Badge: { defaultProps: { tt: 'none', radius: 'sm' } },
  },
});

/** The same meanings as CSS variables, once per colour scheme. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--rail-width': '224px',
    '--rail-narrow': '56px',
    '--top-height': '48px',
    '--tabs-height': '56px',
    '--row-height': '40px',
    '--ease': 'cubic-bezier(0.2, 0, 0, 1)',
    '--selected': 'color-mix(in srgb, var(--mantine-primary-color-filled) 12%, transparent)',
  },
  light: {
    '--page': '#FAFAFA',
    '--mantine-primary-color-contrast': '#FFFFFF',
    '--surface': '#FFFFFF',
    '--surface-hover': '#F4F6F9',
    '--surface-sunken': '#F3F5F8',
    '--line': '#E4E8EE',
    '--line-strong': '#D3D9E2',
    '--text': '#171E2A',
    '--text-muted': '#5B677A',
    '--float-shadow': '0 8px 28px rgb(23 30 42 / 14%), 0 1px 3px rgb(23 30 42 / 8%)',
    '--mantine-color-body': '#FFFFFF',
    '--mantine-color-dimmed': '#5B677A',
    '--mantine-color-default-border': '#D3D9E2',
    '--mantine-color-placeholder': '#6F7B8D',
    '--mantine-color-error': '#C62A20',
    ...toneVariables('light'),
  },
  dark: {
    '--page': '#0F1115',
    '--mantine-primary-color-contrast': '#0F1115',
    '--surface': '#171A21',
    '--surface-hover': '#1E232D',
    '--surface-sunken': '#13161C',
    '--line': '#262C37',
    '--line-strong': '#363D4A',
    '--text': '#E4E8EF',
    '--text-muted': '#9CA5B5',
    '--float-shadow': '0 10px 32px rgb(0 0 0 / 50%), 0 0 0 1px #262C37',
    '--mantine-color-body': '#171A21',
    '--mantine-color-text': '#E4E8EF',
    '--mantine-color-dimmed': '#9CA5B5',
    '--mantine-color-default-border': '#363D4A',
    '--mantine-color-placeholder': '#8791A1',
    '--mantine-color-error': '#FF8B83',
    '--mantine-color-anchor': '#91A7FF',
    // Muted words stand on it too.
    '--menu-item-hover': '#303745',
    ...toneVariables('dark'),
  },
});
