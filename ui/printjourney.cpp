#include "printjourney.h"

#include "dialogs/messagebar.h"
#include "dialogs/printdialog.h"
#include "mainactions.h"
#include "printedarticle.h"
#include "reading/readingpane.h"

namespace Lectern {

PrintJourney::PrintJourney(const MainActions &actions, ReadingPane &reader, MessageBar &messages,
                           const Theme &theme, QWidget *window)
    : QObject(window)
{
    connect(actions.print, &QAction::triggered, this, [&reader, &messages, &theme, window] {
        const ArticlePtr article = reader.article();
        if (!article) {
            messages.post(MessageKind::Info, tr("Choose an article in the list first."));
            return;
        }
        const std::vector<Mark> marks = reader.marks();
        auto *dialog = new PrintDialog(
            theme, article->title(), !marks.empty(),
            [article, marks](bool with) {
                return printedArticle(*article, with ? marks : std::vector<Mark>());
            },
            window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

} // namespace Lectern
