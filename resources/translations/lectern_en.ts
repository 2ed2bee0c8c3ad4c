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
</TS>
