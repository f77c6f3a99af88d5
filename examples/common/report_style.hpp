// SPDX-License-Identifier: MIT
// How the report looks: light and dark, wide and narrow, on paper. Marks have no padding, which would tear joined letters apart.
#ifndef MATN_EXAMPLES_REPORT_STYLE_HPP
#define MATN_EXAMPLES_REPORT_STYLE_HPP

#include <string_view>

namespace html {

inline constexpr std::string_view style = R"css(
:root{color-scheme:light dark;--page:#faf9f6;--card:#fff;--ink:#1d1f23;--soft:#5d636d;--line:#dcdad3;--person:#1257b8;--org:#0b7a4b;
 --place:#a85b00;--other:#5f6b7a;--date:#8127a8;--number:#0c6f86;--changed:#8a6d00;--bad:#c0182b;--warn:#fff3c4;--language:#e6eefb;--here:#ffe28a}
@media (prefers-color-scheme:dark){:root{--page:#15171b;--card:#1d2026;--ink:#e8e6e1;--soft:#a2a9b4;--line:#343943;--person:#7db4ff;
 --org:#5fd6a0;--place:#ffb561;--other:#a9b6c6;--date:#dd9bff;--number:#6fd3ea;--changed:#e2c65a;--bad:#ff7a86;--warn:#4a4014;
 --language:#26344a;--here:#5c4a10}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem clamp(.8rem,3vw,2.5rem) 4rem;max-width:76rem;background:var(--page);color:var(--ink);
 font:1rem/1.6 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .2rem}h2{font-size:1.2rem;margin:2.4rem 0 .6rem}h3{font-size:1.05rem;margin:0}
p{margin:.5rem 0}.soft,.soft a{color:var(--soft)}a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}:focus-visible{outline:2px solid var(--person);outline-offset:2px}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1.1rem;margin:.7rem 0}
.card.bad{border-inline-start:.3rem solid var(--bad)}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.93rem}th,td{text-align:start;vertical-align:top;padding:.38rem .7rem .38rem 0;
 border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:600;white-space:nowrap}tr:last-child td{border-bottom:0}
td.n,th.n{text-align:end}td.in{white-space:nowrap}td.day{white-space:nowrap;font-variant-numeric:tabular-nums}tr.bad td.day{color:var(--bad);font-weight:600}
.forms bdi{white-space:nowrap}.x{color:var(--soft);font-size:.85em}
.key{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:.8rem 0 0;padding:0;list-style:none}.key label{cursor:pointer;white-space:nowrap}
kbd{font:inherit;font-size:.8em;color:var(--soft);border:1px solid var(--line);border-radius:.25em;padding:0 .35em;margin-inline-start:.15em}
.text{font-size:1.06rem;line-height:2}.text p{margin:.6rem 0;text-underline-offset:.28em;text-decoration-skip-ink:none}
.text[dir],.text p[dir]{text-align:start}.harm{background:var(--warn);font-family:monospace;font-size:.85em}
mark{background:none;color:inherit;scroll-margin-top:3rem}mark:target{background:var(--here)}
body:has(#show-changed:checked) mark.changed{text-decoration:underline wavy 1px var(--changed)}
body:has(#show-number:checked) mark.number{color:var(--number);text-decoration:underline 1px}
body:has(#show-other:checked) mark.other{color:var(--other);text-decoration:underline 2px}
body:has(#show-place:checked) mark.place{color:var(--place);text-decoration:underline dotted 2px}
body:has(#show-org:checked) mark.org{color:var(--org);text-decoration:underline dashed 2px}
body:has(#show-person:checked) mark.person{color:var(--person);text-decoration:underline 2px}
body:has(#show-date:checked) mark.date{color:var(--date);text-decoration:underline double 1px}
body:has(#show-date:checked) mark.bad{background:color-mix(in srgb,var(--bad) 16%,transparent)}
body:has(#show-warning:checked) mark.warning{background:var(--warn)}
body:has(#show-language:checked) .foreign{background:var(--language)}body:has(#show-language:checked) .foreign span:not(.foreign){background:var(--card)}
::highlight(changed){text-decoration:underline wavy 1px var(--changed);text-underline-offset:.28em}
::highlight(number){color:var(--number);text-decoration:underline 1px;text-underline-offset:.28em}
::highlight(other){color:var(--other);text-decoration:underline 2px;text-underline-offset:.28em}
::highlight(place){color:var(--place);text-decoration:underline dotted 2px;text-underline-offset:.28em}
::highlight(org){color:var(--org);text-decoration:underline dashed 2px;text-underline-offset:.28em}
::highlight(person){color:var(--person);text-decoration:underline 2px;text-underline-offset:.28em}
::highlight(date){color:var(--date);text-decoration:underline double 1px;text-underline-offset:.28em}
::highlight(bad){background-color:color-mix(in srgb,var(--bad) 16%,transparent)}
::highlight(warning){background-color:var(--warn)}
::highlight(here){background-color:var(--here)}
#pointed{position:fixed;z-index:2;max-width:min(26rem,calc(100vw - 1rem));padding:.6rem .8rem;background:var(--card);color:var(--ink);
 border:1px solid var(--line);border-radius:.5rem;box-shadow:0 .3rem 1.2rem #0004;font-size:.88rem;line-height:1.45;pointer-events:none}
#pointed h4{margin:0 0 .2rem;font-size:1rem}#pointed h4:not(:first-child){margin-top:.6rem;padding-top:.5rem;border-top:1px solid var(--line)}
#pointed dl{display:grid;grid-template-columns:auto 1fr;gap:0 .7rem;margin:0}#pointed dt{color:var(--soft)}#pointed dd{margin:0;overflow-wrap:anywhere}
.t-person{color:var(--person)}.t-org{color:var(--org)}.t-place{color:var(--place)}.t-other{color:var(--other)}.t-date{color:var(--date)}.t-bad{color:var(--bad)}
.t-number{color:var(--number)}.t-changed{color:var(--changed)}.swatch{text-decoration:underline 2px;text-underline-offset:.25em}
.swatch.t-org{text-decoration-style:dashed}.swatch.t-place{text-decoration-style:dotted}.swatch.t-changed{text-decoration:underline wavy 1px}
.swatch.t-date{text-decoration:underline double 1px}.swatch.t-number{text-decoration-thickness:1px}
.swatch.t-warning{text-decoration:none;background:var(--warn)}.swatch.t-language{text-decoration:none;background:var(--language)}
svg{display:block;width:100%;height:auto;font:12px "Noto Sans","Noto Sans Arabic",system-ui,sans-serif}
svg text{fill:var(--soft)}svg .name{fill:var(--ink)}svg .row{stroke:var(--line)}svg .tick{stroke:var(--line);stroke-dasharray:1 3}
svg .year{fill:var(--ink);font-weight:600}svg .dot{fill:var(--date);stroke:var(--card);stroke-width:1.5}svg .unsure{fill:var(--card);stroke:var(--date)}
svg .bar{fill:var(--date);opacity:.28}svg .hot{fill:var(--bad)}svg .unsure.hot{fill:var(--card);stroke:var(--bad)}
svg.narrow{display:none;max-width:30rem;margin:auto}svg .link{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:5 4;fill:none}svg a:hover .dot{stroke:var(--ink)}
details summary{cursor:pointer;color:var(--soft)}
@media (max-width:46rem){svg.wide{display:none}svg.narrow{display:block}.who thead,.type{display:none}.who tr{display:grid;grid-template-columns:1fr auto auto;column-gap:.8rem;
 padding:.4rem 0;border-bottom:1px solid var(--line)}.who td{border:0;padding:0}.who .forms{grid-column:1/-1}.who .n::after{content:"× in"}}
@media (max-width:30rem){body{padding:1rem .7rem 3rem}.card{padding:.7rem .8rem}.text{font-size:1rem}}
@media (hover:none){kbd,.keys{display:none}}
@media print{:root{--page:#fff;--card:#fff}body{max-width:none;padding:0}.key input,kbd,.keys,#pointed{display:none}.card{break-inside:auto}svg.wide{display:block}svg.narrow{display:none}}
)css";

} // namespace html

#endif
