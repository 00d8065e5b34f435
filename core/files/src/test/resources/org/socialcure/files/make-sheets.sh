#!/usr/bin/env bash
#
# Makes the spreadsheets of this folder out of the flat OpenDocument files beside it, with LibreOffice 7.4.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for file in sheet errors two-sheets; do
  soffice --headless --convert-to xlsx:"Calc MS Excel 2007 XML" $file.fods
done
printf 'id,age\np01,61\n' > old.csv
soffice --headless --convert-to xls old.csv
soffice --headless --convert-to ods old.csv
mv old.ods other.ods
rm old.csv
