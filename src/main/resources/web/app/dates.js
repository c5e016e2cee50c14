// SPDX-License-Identifier: Apache-2.0
// Days as ISO text. Partial days (1948, 2012-06) keep their precision.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Such as 4 April 2024, December 2020 or 1948. */
export function inWords(day) {
  if (!day) return '';
  const [year, month, date] = day.split('-');
  return [date && String(Number(date)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** Days since 1970, for scales; a partial day begins on its first. */
export function first(day) {
  const [y, m = '01', d = '01'] = day.split('-');
  return Date.UTC(Number(y), Number(m) - 1, Number(d)) / 86400000;
}

/** The day after the last that a partial day may be. */
export function after(day) {
  const [y, m, d] = day.split('-').map(Number);
  return (d ? Date.UTC(y, m - 1, d + 1) : m ? Date.UTC(y, m, 1) : Date.UTC(y + 1, 0, 1)) / 86400000;
}

export const exact = (day) => day.length === 10;

/** What a person types: 2024-04-04, 2024-04, 2024, 4 April 2024; empty when it is none of them. */
export function parse(text) {
  const iso = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text.trim());
  if (iso) return [iso[1], iso[2]?.padStart(2, '0'), iso[3]?.padStart(2, '0')].filter(Boolean).join('-');
  const words = /^(?:(\d{1,2})\.?\s+)?([A-Za-z]+)\s+(\d{4})$/.exec(text.trim());
  const month = words ? MONTHS.findIndex((m) => m.toLowerCase().startsWith(words[2].toLowerCase())) : -1;
  if (month < 0) return '';
  return [words[3], String(month + 1).padStart(2, '0'), words[1]?.padStart(2, '0')].filter(Boolean).join('-');
}
