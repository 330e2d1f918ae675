#!/usr/bin/env bash
# pynewsml 1.4.0 (reader of NewsML 1): an agency item whose headline and byline hold <Origin>, and whose text is paragraphs.
#
# Surprise: of each line only the words before its first element are given, with no error: the headline "Mayor <Origin>
# Jones</Origin> will not sign" is "Mayor ", the byline "By ", and the text of an item made of <p> is the empty string
# (not None, which stands for "no text here").
#
# Why it hurts: agencies mark up exactly names and places, so the author is empty and the headline ends before its verb;
# an item without words looks like one that never had any, a picture or an alert.
#
# This program: reads NITF and NewsML by its own walk over all text of an element (issue 12, format 5), and says when a
# content item holds words that it did not take. Guard: <Origin> in headline and byline, <p> in DataContent in its table.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pynewsml==1.4.0
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from pynewsml.newsml import NewsML

ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<NewsML><NewsEnvelope><DateAndTime>20260105T100000Z</DateAndTime></NewsEnvelope><NewsItem>
<Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>20260105</DateId><NewsItemId>1</NewsItemId>
<RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:example.org:20260105:1:1</PublicIdentifier>
</NewsIdentifier><DateLabel>05/01/2026 10:00:00</DateLabel></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260105T100000Z</FirstCreated>
<ThisRevisionCreated>20260105T100000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Mayor <Origin Href="#a">Jones</Origin> will not sign</HeadLine>
<ByLine>By <Origin Href="#b">A. Writer</Origin></ByLine></NewsLines>
<DescriptiveMetadata><Language FormalName="en"/><Genre FormalName="Current"/><SubjectCode><Subject FormalName="11000000"/>
</SubjectCode><Location><Property FormalName="City" Value="Town"/></Location></DescriptiveMetadata>
<ContentItem><MediaType FormalName="Text"/><Format FormalName="XHTML"/><Characteristics><Property FormalName="Words" Value="9"/>
</Characteristics><DataContent><p>“We will not sign it,” she said.</p><p>Then she left.</p></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""
item = NewsML.from_xml(ITEM, encoding="utf-8").news_items[0]
seen = (item.news_lines.headline, item.news_lines.byline, item.content[0].data_content)
print("pynewsml", version("pynewsml"), "lxml", version("lxml"))
print("expected ", ("Mayor Jones will not sign", "By A. Writer", "“We will not sign it,” she said. Then she left."))
print("seen     ", seen)
same = seen == ("Mayor ", "By ", "")
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
