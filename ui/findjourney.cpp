#include "findjourney.h"

#include "mainactions.h"
#include "reading/readingpane.h"

namespace Lectern {

FindJourney::FindJourney(const MainActions &actions, ReadingPane &reader, QObject *parent)
    : QObject(parent)
{
    connect(actions.findInArticle, &QAction::triggered, &reader, &ReadingPane::openFind);
    connect(&reader, &ReadingPane::findWanted, this,
            [this, &reader](const QString &text, const FindOptions &options) {
                m_session.ask(reader.article(), text, options);
            });
    connect(&m_session, &FindSession::answered, &reader,
            [&reader](const ArticlePtr &article, const FoundInText &found) {
                if (article == reader.article())
                    reader.setFound(found);
            });
}

} // namespace Lectern
