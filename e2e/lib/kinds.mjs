// Who looks, on what: every kind of page on which the product must hold.

const desktop = { viewport: { width: 1280, height: 900 } };

/** The languages' cookie, as the product's own language switch sets it. */
const arabic = [{ name: 'lang', value: 'ar' }];

export const kinds = {
  light: { ...desktop, colorScheme: 'light' },
  dark: { ...desktop, colorScheme: 'dark' },
  tablet: { viewport: { width: 800, height: 1000 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  narrow: { viewport: { width: 320, height: 640 } },
  rtl: { ...desktop, locale: 'ar', cookies: arabic },
  rtlPhone: { viewport: { width: 390, height: 844 }, locale: 'ar', cookies: arabic },
  print: { ...desktop, colorScheme: 'light', media: 'print' },
  noScript: { ...desktop, javaScriptEnabled: false },
};
