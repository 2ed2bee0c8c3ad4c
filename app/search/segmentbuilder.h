#pragma once

#include "search/corpus.h"

#include <memory>

namespace Lectern {

/// Gathers articles into one immutable Segment. For one thread.
class SegmentBuilder final
{
public:
    SegmentBuilder();
    ~SegmentBuilder();
    Q_DISABLE_COPY_MOVE(SegmentBuilder)

    void add(ArticlePtr article);
    qsizetype size() const;
    /// The segment of what was added; the builder is empty afterwards.
    SegmentPtr build();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace Lectern
