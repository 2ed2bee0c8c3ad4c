#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "library/analysisstore.h"
#include "library/quotationindex.h"
#include "search/corpus.h"

#include <QObject>

#include <memory>
#include <stop_token>
#include <thread>

namespace Lectern {

/// How far the articles of a library have been looked at.
struct AnalysisProgress
{
    qsizetype looked = 0;
    qsizetype articles = 0;

    bool isDone() const { return looked >= articles; }
    bool operator==(const AnalysisProgress &) const = default;
};

/// Looks at the articles of a library, the newest first, on a thread of low priority, and tells what it has
/// found so far. What an article had said is kept in an AnalysisStore, so that each is looked at once, also
/// when the program ends in between. Belongs to the GUI thread, which never waits.
class Analyses final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Analyses)

public:
    /// The library's folder; without one ("") nothing is remembered.
    explicit Analyses(const QString &folder, QObject *parent = nullptr);
    ~Analyses() override;

    /// From now on these articles count. What is known of them is kept, the rest is looked at.
    void setCorpus(const CorpusPtr &corpus);
    /// What the user has corrected, applied to all that is found.
    void setCorrections(const QuotationCorrectionsPtr &corrections);
    /// While it is paused, nothing is looked at.
    void setPaused(bool paused);

    /// Never null.
    const QuotationIndexPtr &quotations() const { return m_quotations; }
    AnalysisProgress progress() const { return m_progress; }

Q_SIGNALS:
    void quotationsChanged();
    void progressed();
    void noticed(const QString &sentence);

private:
    struct Question
    {
        CorpusPtr corpus;
        QuotationCorrectionsPtr corrections;
        std::stop_token stop;
    };
    /// What the thread tells; what is null or empty has not changed.
    struct News
    {
        QuotationIndexPtr quotations;
        AnalysisProgress progress;
        QString notice;
    };
    class Worker;

    void ask();
    void work();
    Q_INVOKABLE void drain();

    QString m_folder;
    CorpusPtr m_corpus;
    QuotationCorrectionsPtr m_corrections = std::make_shared<const QuotationCorrections>();
    bool m_isPaused = false;
    QuotationIndexPtr m_quotations = std::make_shared<const QuotationIndex>();
    AnalysisProgress m_progress;
    std::stop_source m_current;
    Channel<Question> m_questions;
    Mailbox<News> m_news;
    std::jthread m_thread;
};

} // namespace Lectern
