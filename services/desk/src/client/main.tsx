import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { forgetOldFindings } from './case/kept-findings';
import { Desk } from './desk';
import { nonceForStyles } from './nonce-for-styles';
import { surviveTranslators } from './survive-translators';
import './desk.css';

nonceForStyles();
const place = document.getElementById('desk');
if (!place) throw new Error('the page has no place for the desk');
forgetOldFindings();
surviveTranslators(place);
createRoot(place).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
);
