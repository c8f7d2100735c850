"""The styles of the page of control charts: paper, phone and screen; nothing fetched from anywhere."""

STYLE = """
:root{--ink:#15303b;--slate:#4a5f69;--line:#d8d2c7;--paper:#fbf8f2;--teal:#0b6b72;--gap:1.5rem}
*{box-sizing:border-box}
html{font-family:Arial,Helvetica,sans-serif;color:var(--ink);background:var(--paper);line-height:1.45}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:75rem;padding:1.25rem}
header{display:flex;gap:1rem;align-items:flex-start;margin:.25rem 0 1.5rem}
header svg{flex:none;margin-top:.25rem}
h1{font-size:clamp(1.375rem,4.4vw,2rem);line-height:1.15;margin:0 0 .375rem}
h1+p,header p{margin:0;color:var(--slate)}
header .lead{font-size:1.125rem;color:var(--ink);margin-bottom:.25rem}
a{color:var(--teal)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid #ffeb3b;box-shadow:0 0 0 5px #15303b}
nav{margin:0 0 1.75rem}
nav h2,aside h2{font-size:1.25rem;margin:0 0 .75rem}
nav section{border-left:.375rem solid var(--line);padding:.125rem 0 .125rem .875rem;margin:0 0 .875rem}
nav .concern{border-color:#e46c0a}nav .improvement{border-color:#00b0f0}
nav .neutral-high{border-color:#490092}
nav .target{border-color:#b3161b}
h3{font-size:1rem;margin:0 0 .25rem}
h3 span{font-weight:normal;color:var(--slate)}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.125rem 1rem}
nav li{padding:.125rem 0;overflow-wrap:anywhere}
.figures{min-width:0}.scroll{overflow-x:auto}
.charts{display:grid;gap:var(--gap)}
.charts{grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr))}
.charts.one{grid-template-columns:1fr;max-width:58rem}
article{background:#fff;border:1px solid var(--line);border-radius:.25rem;padding:1rem}
article{grid-row:span 6;display:grid;grid-template-rows:subgrid;row-gap:0;align-content:start}
article{scroll-margin-top:.5rem;min-width:0}
article:target{border-color:var(--teal);box-shadow:0 0 0 2px var(--teal)}
article h2{font-size:1.125rem;line-height:1.2;margin:0 0 .5rem}
article h2 span{display:block;font-weight:normal;font-size:.9375rem;color:var(--slate)}
article h2 span{margin-bottom:.125rem;overflow-wrap:anywhere}
.icons{list-style:none;margin:0 0 .5rem;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.125rem}
.icons li{display:flex;align-items:center;gap:.5rem;font-size:.875rem;line-height:1.2}
.icons svg{flex:none}
article .icons{display:grid;margin:0 0 .25rem}
article .icons{grid-template-columns:repeat(auto-fit,minmax(8.5rem,max-content))}
article .icons li span{max-width:6.25rem}
.fl-spc{display:block;width:100%;height:auto}
.fl-chart--narrow{display:none}
article .target{margin:.375rem 0 0;font-size:.9375rem}
.notes{padding-top:.5rem;font-size:.8125rem;color:var(--slate)}
.notes p{margin:0 0 .125rem}
details{margin-top:.5rem;font-size:.875rem}
summary{cursor:pointer;color:var(--teal);text-decoration:underline;padding:.25rem 0;width:max-content}
summary span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;margin-top:.25rem}
th,td{padding:.25rem .375rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}
th{font-weight:normal;text-align:left}thead th{font-weight:bold;text-align:right}
thead th:first-child,th:last-child,td:last-child{text-align:left}
aside{margin:2.5rem 0 0;border-top:2px solid var(--ink);padding-top:1rem}
aside>div{display:grid;gap:1.25rem 2rem}
aside>div{grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr))}
aside p,aside section>ul:not(.icons){margin:0 0 .5rem;font-size:.9375rem}
aside ul:not(.icons){padding-left:1.125rem}
aside .icons{flex-direction:column}aside .icons li span{max-width:none}
footer{margin-top:1.5rem;color:var(--slate);font-size:.8125rem}
@media screen and (max-width:40rem){.fl-chart--wide{display:none}.fl-chart--narrow{display:block}}
@media (max-width:30rem){body{padding:.5rem}header svg{display:none}article{padding:.75rem .5rem}}
@page{size:A4;margin:11mm}
@media print{
html{background:#fff;font-size:10pt;line-height:1.3}body{padding:0;max-width:none}
header{margin-bottom:4mm}nav{margin-bottom:4mm}nav section{margin-bottom:2mm}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:2mm 3mm}.charts.one{grid-template-columns:1fr}
article,nav section,aside section{break-inside:avoid}article{border-color:#999;padding:2mm 3mm .5mm}
article h2{font-size:10.5pt;margin-bottom:1mm}article h2 span{font-size:8.5pt}
.icons svg{width:9mm;height:9mm}.icons li{font-size:8pt}article .target{font-size:8.5pt;margin-top:1mm}
article .icons{margin:0}.notes{font-size:7.5pt;padding-top:.5mm}
.charts:not(.one) .fl-spc{height:47mm}
details,article .figures{display:none}aside{margin-top:6mm}a{color:inherit;text-decoration:none}
}
"""
