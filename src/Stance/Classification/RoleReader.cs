using System.Runtime.InteropServices;

namespace Stance;

/// <summary>Reads the statements of one article as sequences of roles. What a token is to every pair is read once; who is who and what the issue's words are comes with the pair.</summary>
internal sealed class RoleReader(Lexicon lexicon, ArticleAnalysis analysis, StatementSignals[] signals)
{
    /// <summary>Tokens before and after a statement that are read too, within its sentence: verbs before their quotation, a judgement after what is judged.</summary>
    private const int Around = 12;

    private readonly byte[]?[] common = new byte[analysis.Document.Tokens.Count][];
    private readonly List<byte> whole = [], codes = [];
    private readonly List<ushort> starts = [];

    /// <summary>A statement as it bears on an (actor, issue).</summary>
    public RoleSequence OfStance(in StanceContext context, int s)
    {
        Begin(s, context.Actor);
        Whole(context.PropositionSign < 0 ? RoleCodes.Denies : RoleCodes.Affirms);
        if (context.IssueAccuses) Whole(RoleCodes.Accuses);
        if (context.IssueIsAboutActor) Whole(RoleCodes.AboutActor);
        if (context.IssueNamesActor) Whole(RoleCodes.NamesActor);
        if (context.PartOf(context.Actor) is not 0 and var part) Whole(part > 0 ? RoleCodes.Gains : RoleCodes.Loses);
        return Tokens(s, context.Actor, context.PropositionStates, context.PropositionParts, context.Marks);
    }

    /// <summary>A statement as it bears on a (source, target).</summary>
    public RoleSequence OfSentiment(int source, int target, int s)
    {
        Begin(s, source);
        return Tokens(s, source, [target], [0], null);
    }

    private void Whole(int code) => whole.Add((byte)code);

    private void Begin(int s, int actor)
    {
        var (statement, signal) = (analysis.Statements[s], signals[s]);
        whole.Clear();
        Whole(RoleCodes.WholeCue(signal.Group));
        Whole(RoleCodes.OuterCue(signal.OuterGroup));
        Whole(RoleCodes.Kind(statement.Kind));
        if (statement.CueNegated) Whole(RoleCodes.CueNegated);
        if (statement.SpeakerIsNoState) Whole(RoleCodes.NoStateSpeaks);
        if (statement.InQuote) Whole(RoleCodes.Quoted);
        if (signal.IsTitle) Whole(RoleCodes.Title);
        if (signal.IsHeading) Whole(RoleCodes.Heading);
        if (signal.IsLead) Whole(RoleCodes.Lead);
        var (speaks, others) = (-1, false);
        foreach (var speaker in statement.Speakers)
        {
            if (speaker.Actor != actor) others = true;
            else if (speaks < 0) speaks = (int)speaker.How;
        }
        if (speaks >= 0) Whole(RoleCodes.Speaks((Attribution)speaks));
        if (others) Whole(RoleCodes.AnotherSpeaks);
    }

    private RoleSequence Tokens(int s, int actor, ReadOnlySpan<int> named, ReadOnlySpan<float> parts, IssueMarks? marks)
    {
        var (statement, signal) = (analysis.Statements[s], signals[s]);
        var sentence = analysis.Document.Sentences[statement.Sentence];
        int first = Math.Max(sentence.FirstToken, statement.First - Around), end = Math.Min(Math.Min(sentence.EndToken, statement.End + Around), first + RoleSequence.MostTokens);
        codes.Clear();
        starts.Clear();
        var (mentions, k) = (analysis.Mentions, analysis.FirstMention(first));
        for (var i = first; i < end; i++)
        {
            starts.Add((ushort)codes.Count);
            while (k < mentions.Count && mentions[k].End <= i)
                k++;
            var inside = statement.Contains(i);
            if (inside) Code(RoleCodes.Inside);
            if (i == statement.Cue) Code(RoleCodes.OwnCue);
            if (i == statement.Cue && marks?.TakenUp[s] is { } direction)
            {
                Code(RoleCodes.Topic);
                if (direction != 0) Code(RoleCodes.Orientation(direction));
            }
            if (inside && signal.Parity[i - statement.First] < 0) Code(RoleCodes.Negated);
            if (k < mentions.Count && mentions[k].First <= i)
            {
                Code(mentions[k].Actor == actor ? RoleCodes.This : named.IndexOf(mentions[k].Actor) is >= 0 and var n ? OfPart(parts[n]) : RoleCodes.Other);
                continue;
            }
            if (marks is not null && marks.Touches[i] != Touch.None)
            {
                Code(marks.SideOf(i) switch { 0 => RoleCodes.Touched, 1 => RoleCodes.Favor, -1 => RoleCodes.Against, _ => RoleCodes.Topic });
                if (marks.Orientation[i] != 0) Code(RoleCodes.Orientation(marks.Orientation[i]));
            }
            codes.AddRange(common[i] ??= Common(i));
        }
        starts.Add((ushort)codes.Count);
        return new RoleSequence(CollectionsMarshal.AsSpan(whole), CollectionsMarshal.AsSpan(codes), CollectionsMarshal.AsSpan(starts), Math.Clamp(statement.First - first, 0, end - first), Math.Clamp(statement.End - first, 0, end - first));
    }

    private static int OfPart(float part) => part switch { > 0 => RoleCodes.NamedGains, < 0 => RoleCodes.NamedLoses, _ => RoleCodes.Named };

    private void Code(int code) => codes.Add((byte)code);

    /// <summary>What a token is, whoever is asked about.</summary>
    private byte[] Common(int token)
    {
        var found = new List<byte>(4);
        var kind = analysis.Document.Tokens[token].Kind;
        if (kind != TokenKind.Word)
            return [(byte)RoleCodes.Token(kind)];
        if (analysis.Hits.Longest(token, EntryKind.Marker) is { } marker && lexicon.Data.Markers[marker.Entry.Row].Class is not (MarkerClass.Other or MarkerClass.Honorific) and var signs)
            found.Add((byte)RoleCodes.Marker(signs));
        if (analysis.Hits.Longest(token, EntryKind.Evaluative) is { } evaluative)
            found.Add((byte)RoleCodes.Judgement(lexicon.Data.Evaluatives[evaluative.Entry.Row].Polarity * lexicon.Data.Evaluatives[evaluative.Entry.Row].Strength));
        var polarity = 0;
        if (analysis.Hits.Longest(token, EntryKind.Cue) is { } hit)
        {
            var cue = lexicon.Data.Cues[hit.Entry.Row];
            found.Add((byte)RoleCodes.Cue(StatementSignals.GroupOf(cue)));
            polarity = cue.Polarity ?? 0;
        }
        foreach (var reading in analysis.Readings[token])
            if (polarity == 0 && lexicon.Families.Of(reading.Word) is { Length: > 0 } families)
            {
                polarity = lexicon.Families.PolarityOf(families[0]);
                break;
            }
        if (polarity != 0)
            found.Add((byte)RoleCodes.Polarity(polarity));
        return [.. found];
    }
}
