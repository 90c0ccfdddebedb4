# Rows of B, for tests/faults/run: B1 to B4 in a browser on the product (circuits.mjs; OUT, 30 seconds without a line, TABS, 10 that fall), the others by the tests of check.sh, which try them in full.
in_browser() {
  command -v node > /dev/null && [ -d ../bench/node_modules/playwright-core ] || { row "$1" "$2" "not run: needs node, Chromium, and npm ci in tests/bench"; return; }
  row "$1" "$2" "$(PRODUCT=$root/src/Map.Web/bin/$build/net10.0/Map.Web.dll PORT=$port node circuits.mjs "$1" 2>&1 | tail -1)"
}
B1() { in_browser B1 "every field of every form filled, the server killed and started anew"; }
B2() { in_browser B2 "the line gone for 1 s and for ${OUT:-30} s while somebody types"; }
B3() { in_browser B3 "${TABS:-10} tabs that fall while somebody types without a pause"; }
B4() {
  in_browser B4 "20 KB, 100 KB and 1 MB of Latin letters, Arabic and emoji pasted into every field of lines of every form"
  tests B4 "100 KB, saved" 'FullyQualifiedName~Circuits.LongText'
}
B5() { tests B5 "ten presses at once, every form" 'FullyQualifiedName~Circuits.EveryFormTests.Ten_presses'; }
B6() { tests B6 "two foreign values in every list, and in the place of everything that is chosen in every form" 'FullyQualifiedName~Circuits.Tampered|FullyQualifiedName~What_a_script_may_call'; }
B7() { tests B7 "one of fifty pages falls; an act fails in every form; a part of a page fails in each stage of its life" 'FullyQualifiedName~Forty_nine_pages|FullyQualifiedName~A_fault_that_nobody|FullyQualifiedName~StagesTests'; }
B10() { tests B10 "what a form's page asks of the database" 'FullyQualifiedName~Circuits.PageLoad'; }
B11() { tests B11 "1,000 answers that are never confirmed" 'FullyQualifiedName~A_page_that_never_confirms'; }
B12() { tests B12 "drafts on the server after a save" 'FullyQualifiedName~A_save_whose_answer_was_lost'; }
