//! Lists of changes, manuals and other texts whose headings are named by marks.

use super::*;

sections!(
    a_heading_holds_the_deeper_one_right_below,
    "# Changelog\n\n~\n\n## 0.2.0 (2024-05-06)\n### Added\n- Boats ([#12])\n\n[#12]: x\n\n## 0.1.1 (2024-02-01)\n### Fixed\n- A rope\n### Removed\n- An oar\n\n## 0.1.0 (2024-01-01)\n### Added\n- A lamp\n",
    [
        "Changelog",
        "0.2.0 (2024-05-06)",
        "Added",
        "0.1.1 (2024-02-01)",
        "Fixed",
        "Removed",
        "0.1.0 (2024-01-01)",
        "Added"
    ]
);
sections!(
    where_marks_name_the_headings_other_short_lines_are_none,
    "# Boats\n\n~\n\nIt is licensed under either of\n\n- A\n- B\n\n## Use\n\n<br>\n\n~\n\nAvailable ropes:\n\n- C\n\n1. Take the rope\n\n~\n\n2. Let it go\n\n~\n\n## Oars\n\n~\n\n<!-- old -->\n\n## Lamps\n\n~\n",
    ["Boats", "Use", "Oars", "Lamps"]
);
sections!(
    marks_that_stand_in_one_place_are_examples,
    "层级\n\n# 一级标题\n## 二级标题\n### 三级标题\n# 一级标题\n### 三级标题\n\n~\n\n~\n\n~\n\n句子\n\n~\n\n~\n\n~\n\n~\n\n段落\n\n~\n\n~\n\n~\n\n~\n\n引用\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n\n~\n",
    ["层级", "句子", "段落", "引用"]
);
sections!(
    entries_in_the_list_of_changes_of_a_package_are_headings,
    "boats (1:2.0+rc1-1) unstable; urgency=medium\n\n  * New release.\n\n -- A <a@b.c>  Mon, 02 Jan 2023 13:06:21 +0100\n\nboats (1.9+ds-2+deb12u1) bookworm; urgency=low\n\n  * Mend a rope.\n\n -- A <a@b.c>  Mon, 02 Jan 2022 13:06:21 +0100\n",
    [
        "boats (1:2.0+rc1-1) unstable; urgency=medium",
        "boats (1.9+ds-2+deb12u1) bookworm; urgency=low"
    ]
);
sections!(
    a_title_that_begins_with_a_mark_may_be_underlined,
    ":mod:`boats` -- on water\n========================\n\n~\n\n**Ropes**\n---------\n\n~\n\n--lamp\n------\n\n~\n",
    [":mod:`boats` -- on water", "**Ropes**", "--lamp"]
);
sections!(
    rows_of_one_length_underline_titles,
    "Boats\n================================\n\n~\n\nRopes\n--------------------------------\n\n~\n\nOars\n--------------------------------\n\n~\n\nLamps\n--------------------------------\n\n~\n",
    ["Ropes", "Oars", "Lamps"]
);
sections!(
    terms_above_what_explains_them_are_no_headings,
    "NAME\n       boat - cross the river in a boat\n\nDESCRIPTION\n       The boat goes from one side to the other, and comes back when it has been called from\n       there. It takes two coins, of which one is given back to those who have waited for it\n       for more than an hour.\n\nENVIRONMENT\n       BOATPATH\n              Where the boats are kept, and in which order they are looked for when one of them\n              is not at the quay.\n\n       ROPES (number)\n              How many ropes there are, and how long each of them is, as far as that is known to\n              anybody.\n\nFILES\n       /etc/boats\n              What is known of all boats, one a line, with the ropes that belong to each of them\n              after it.\n",
    ["NAME", "DESCRIPTION", "ENVIRONMENT", "FILES"]
);
sections!(
    letters_of_a_title_may_be_spaced_out,
    "名 稱\n       渡船 - 過河\n\n語 法\n       渡船 [-繩] [-燈]\n\n描 述\n       渡船把人和貨物從這一岸送到那一岸，水漲的時候不開，天黑以後要點燈才開，\n       一趟兩個銅板。\n\n檔 案\n       /etc/渡船 記著船的名字和繩子的長短，每行一條，船走了就劃掉，船回來再補上。\n",
    ["名 稱", "語 法", "描 述", "檔 案"]
);
sections!(
    a_long_row_stands_above_titles,
    "The harbour manual\n\n~\n\n========================================================\n1. Ropes\t\t*ropes*\n\n~\n\nFor example: >\n\ttie all\n\n========================================================\n2. Oars\t\t*oars* *oar*\n\t\t*oar-two*\n~\n\nThis takes them in: >\n\n\ttake oars\n<\n~\n\n========================================================\n*3.1*\tLamps\n\n~\n",
    ["The harbour manual", "1. Ropes", "2. Oars", "3.1 Lamps"]
);
sections!(
    rows_of_any_marks_frame_a_title,
    "————————————\n雨夜\n————————————\n~\n~\n————————————\n渡口\n————————————\n~\n",
    ["雨夜", "渡口"]
);
sections!(
    long_rows_part_entries_that_have_no_titles,
    "--------------------------------------------------------\nFrom: A <a@b.c>\nDate: May 6\n\n~\n\n--------------------------------------------------------\nFrom: B <b@b.c>\nDate: May 7\n\n~\n\n--------------------------------------------------------\nFrom: C <c@b.c>\nDate: May 8\n\n~\n\n--------------------------------------------------------\nFrom: D <d@b.c>\nDate: May 9\n\n~\n",
    []
);
sections!(
    what_is_copied_from_a_wiki_says_that_a_heading_may_be_edited,
    "渡船\n\n~\n\n历史[编辑]\n~\n\n种类[编辑]\n绳渡[编辑 | 编辑源代码]\n~\n缆渡[编辑]\n~\n参见[编辑]\n船\n桥\n",
    ["历史", "种类", "绳渡", "缆渡", "参见"]
);
sections!(
    words_for_what_is_new_stand_before_a_release,
    "Changes in 1.4 (2023-05-06):\n- A rope is longer.\n- A lamp burns again, all through the night.\n\nChanges in 1.3 (2023-01-06):\n- Oars.\n- A boat that does not leak, as far as is known.\n\nChanges in 1.2 (2022-11-06):\n- A rope.\n",
    ["Changes in 1.4 (2023-05-06)", "Changes in 1.3 (2023-01-06)", "Changes in 1.2 (2022-11-06)"]
);
sections!(
    releases_may_be_numbers_alone,
    "43.0\n - A rope is longer, and an oar.\n - A lamp burns again.\n42.1\n - A boat that does not leak.\n - Two oars, one of them longer.\n42.0\n - A letter to all who wait.\n",
    ["43.0", "42.1", "42.0"]
);
sections!(numbers_in_a_row_are_no_releases, "3.1\n4.2\n5.3\n6.4\n7.5\n\n3.1\n4.2\n5.3\n6.4\n", []);
