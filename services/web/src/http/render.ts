import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Document } from '../page/document';
import type { Page } from '../page/page';
import { type Reader, ReaderContext } from '../page/reader';
import type { Assets } from './assets';

/** Renders the complete HTML document. */
export function renderPage(page: Page, reader: Reader, assets: Assets): string {
  const document = createElement(Document, { page, assets });
  return `<!doctype html>${renderToStaticMarkup(createElement(ReaderContext, { value: reader }, document))}`;
}
