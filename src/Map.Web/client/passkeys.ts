// The buttons for passkeys: between them and the browser's own windows stand two questions to the server, each with the page's token.

import { say } from './words.ts';

export function followPasskeys(): void {
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-passkey]') : null;
    if (button?.form) void press(button, button.form);
  });
}

async function press(button: HTMLButtonElement, form: HTMLFormElement): Promise<void> {
  const news = form.querySelector<HTMLElement>('[data-passkey-news]');
  const isNew = button.dataset['passkey'] === 'add';
  const tell = (words: string) => { if (news) news.textContent = words; };
  if (typeof PublicKeyCredential === 'undefined' || typeof PublicKeyCredential.parseCreationOptionsFromJSON !== 'function') {
    tell(say('This browser knows no passkeys, or the page came over plain http.', 'هذا المتصفح لا يعرف مفاتيح المرور، أو جاءت الصفحة عبر http غير مشفّر.'));
    return;
  }
  button.disabled = true;
  tell('');
  try {
    const options = await post(isNew ? '/account/passkeys/new' : '/account/passkeys/ask', new FormData(form));
    const credential = isNew
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
    const answer = new FormData(form);
    answer.set('credential', JSON.stringify(credential));
    const { to } = await post((isNew ? '/account/passkeys' : '/account/passkeys/sign-in') + location.search, answer) as { to: string };
    location.assign(to);
  } catch {
    tell(isNew
      ? say('No passkey was added. Try again, or choose another device.', 'لم يُضف مفتاح مرور. حاول مجدداً أو اختر جهازاً آخر.')
      : say('No passkey opened an account here. Try again, or sign in with your password.', 'لم يفتح مفتاح مرور حساباً هنا. حاول مجدداً أو ادخل بكلمة المرور.'));
  } finally {
    button.disabled = false;
  }
}

async function post(path: string, body: FormData): Promise<unknown> {
  const answer = await fetch(path, { method: 'POST', body });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}
