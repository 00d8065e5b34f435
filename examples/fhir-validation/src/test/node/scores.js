// Reads forms from standard input, a JSON object a line: the expressions by name and the response
// that they are evaluated on. Writes a JSON object of results by name for each.
const fhirpath = require('fhirpath');
const r4 = require('fhirpath/fhir-context/r4');
const compiled = new Map();

for (const line of require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const form = JSON.parse(line);
  const results = {};
  for (const [name, expression] of Object.entries(form.expressions)) {
    if (!compiled.has(expression)) {
      compiled.set(expression, fhirpath.compile(expression, r4));
    }
    results[name] = compiled.get(expression)(form.response, {
      resource: form.response,
      questionnaire: form.questionnaire,
    });
  }
  console.log(JSON.stringify(results));
}
