namespace Stance;

/// <summary>A sentence: a range of tokens, half-open, and where in the article it stands.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Paragraph">Number of the line it stands in, from 0.</param>
/// <param name="IsTitle">Whether it belongs to the headline.</param>
/// <param name="IsHeading">Whether it is a line of its own without a closing mark: a sub-headline, a list line or a blurb.</param>
/// <param name="OpensInQuote">Whether a quotation was open where it begins.</param>
internal readonly record struct Sentence(int FirstToken, int EndToken, int Paragraph, bool IsTitle, bool IsHeading, bool OpensInQuote);
