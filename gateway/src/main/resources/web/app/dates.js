// A day that is pasted whole into one of its three fields goes into all of them, as the server would put it.
const WHOLE = [
  /^(?<year>\d{4})[-. ](?<month>\d{1,2})[-. ](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[. ](?<month>\d{1,2})[. ](?<year>\d{4})$/,
];

document.querySelectorAll('.govuk-date-input').forEach((date) => {
  date.addEventListener('paste', (paste) => {
    const text = paste.clipboardData.getData('text').trim();
    const whole = WHOLE.map((form) => form.exec(text)).find((found) => found);
    if (whole) {
      paste.preventDefault();
      date.querySelectorAll('input').forEach((input) => {
        input.value = whole.groups[input.name.split('.').pop()];
      });
    }
  });
});
