<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Lectern::ArticleHeader</name>
    <message numerus="yes">
        <source>%n min read</source>
        <translation>
            <numerusform>%n min read</numerusform>
            <numerusform>%n min read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lectern::CompareBar</name>
    <message numerus="yes">
        <source>%n shared quotation(s)</source>
        <translation>
            <numerusform>%n shared quotation</numerusform>
            <numerusform>%n shared quotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shared passage(s)</source>
        <translation>
            <numerusform>%n shared passage</numerusform>
            <numerusform>%n shared passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <translation>
            <numerusform>%n differs</numerusform>
            <numerusform>%n differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in account %1</source>
        <translation>
            <numerusform>%n only in account %1</numerusform>
            <numerusform>%n only in account %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only left</source>
        <translation>
            <numerusform>%n only left</numerusform>
            <numerusform>%n only left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n only right</numerusform>
            <numerusform>%n only right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lectern::CompareJourney</name>
    <message numerus="yes">
        <source>Passage %1 is kept from %n account(s).</source>
        <translation>
            <numerusform>Passage %1 is kept from %n account.</numerusform>
            <numerusform>Passage %1 is kept from %n accounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lectern::DifferenceList</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lectern::ExportJourney</name>
    <message numerus="yes">
        <source>%n passage(s) saved in %1.</source>
        <translation>
            <numerusform>%n passage saved in %1.</numerusform>
            <numerusform>%n passages saved in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lectern::OpenJourney</name>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lectern::TagList</name>
    <message numerus="yes">
        <source>%1, %2, %n passage(s)</source>
        <translation>
            <numerusform>%1, %2, %n passage</numerusform>
            <numerusform>%1, %2, %n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lectern::QuotationsJourney</name>
    <message numerus="yes">
        <source>Saved %n correction(s) to %1.</source>
        <translation>
            <numerusform>Saved %n correction to %1.</numerusform>
            <numerusform>Saved %n corrections to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lectern::ShelfJourney</name>
    <message numerus="yes">
        <source>Tags of %n article(s)</source>
        <translation>
            <numerusform>Tags of %n article</numerusform>
            <numerusform>Tags of %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n article(s) as read</source>
        <translation>
            <numerusform>Mark %n article as read</numerusform>
            <numerusform>Mark %n articles as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n article(s) as unread</source>
        <translation>
            <numerusform>Mark %n article as unread</numerusform>
            <numerusform>Mark %n articles as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star %n article(s)</source>
        <translation>
            <numerusform>Star %n article</numerusform>
            <numerusform>Star %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unstar %n article(s)</source>
        <translation>
            <numerusform>Unstar %n article</numerusform>
            <numerusform>Unstar %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archive %n article(s)</source>
        <translation>
            <numerusform>Archive %n article</numerusform>
            <numerusform>Archive %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n article(s) out of the archive</source>
        <translation>
            <numerusform>Take %n article out of the archive</numerusform>
            <numerusform>Take %n articles out of the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) went to the archive. Searches find them, and is:archived shows them all; %1 takes this back.</source>
        <translation>
            <numerusform>%n article went to the archive. Searches find it, and is:archived shows all that is there; %1 takes this back.</numerusform>
            <numerusform>%n articles went to the archive. Searches find them, and is:archived shows all that is there; %1 takes this back.</numerusform>
        </translation>
    </message>
</context>
</TS>
