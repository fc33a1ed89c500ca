namespace Stance;

/// <summary>What an article shows of one actor, whatever is asked about it: counted once, used for every issue and every other actor.</summary>
internal sealed class ActorProfile
{
    /// <summary>A statement in which the actor has a part, and how large a part: the confidence that it speaks, or less where it is only named.</summary>
    public readonly record struct Part(int Statement, float Who);

    private ActorProfile(int actor) => Actor = actor;

    public int Actor { get; }

    public int Mentions { get; private set; }

    /// <summary>Mentions as an office, an office holder or a seat of power.</summary>
    public int Offices { get; private set; }

    public int Places { get; private set; }

    public int FirstToken { get; private set; } = -1;

    public bool InTitle { get; private set; }

    /// <summary>Statements that it speaks with a confidence of one half or more.</summary>
    public int Speaking { get; private set; }

    public float BestConfidence { get; private set; }

    public List<Part> Parts { get; } = [];

    public static ActorProfile Of(ArticleAnalysis analysis, int actor)
    {
        var profile = new ActorProfile(actor);
        foreach (var mention in analysis.Mentions)
        {
            if (mention.Actor != actor)
                continue;
            profile.Mentions++;
            if (mention.IsPlace) profile.Places++;
            if (mention.Kind is MentionKind.Office or MentionKind.Holder or MentionKind.LearntName or MentionKind.Seat) profile.Offices++;
            if (profile.FirstToken < 0) profile.FirstToken = mention.First;
            profile.InTitle |= analysis.Document.Text.ToOriginal(analysis.Document.Tokens[mention.First].Start) < analysis.Document.BodyStart;
        }
        for (var s = 0; s < analysis.Statements.Count; s++)
        {
            var statement = analysis.Statements[s];
            var who = 0f;
            foreach (var speaker in statement.Speakers)
            {
                if (speaker.Actor != actor)
                    continue;
                who = Math.Max(who, speaker.Confidence);
                if (speaker.Confidence >= 0.5f) profile.Speaking++;
            }
            profile.BestConfidence = Math.Max(profile.BestConfidence, who);
            if (who < 0.4f)
                for (var k = analysis.FirstMention(statement.First); k < analysis.Mentions.Count && analysis.Mentions[k].First < statement.End; k++)
                    if (analysis.Mentions[k].Actor == actor)
                        who = Math.Max(who, analysis.Mentions[k].IsPlace ? 0.2f : 0.4f);
            if (who > 0)
                profile.Parts.Add(new Part(s, who));
        }
        return profile;
    }
}
