"""From a Markdown bank of questions and answers to an illustrated, searchable, printable study site.

Imports run one way only, downwards: each knows none but those below it (`tests/test_architecture.py` has them all)::

    doors
        __main__     `python -m generator`, in a process of its own
        cli          words of the command line become Options, problems become lines
        plugin       the same site by `mkdocs build`
        commands     what the command line does besides building
    recipes
        pipeline     from the files of a bank to a finished site
        site         every file of a site, in order
        preparing    from files to a Study in which everything is known
    output
        publishing   answers compared with their sources, links checked, what readers keep offline
        guests       plugins and hooks of the author
        rendering    pages as values become HTML
    what is shown
        pages        pages as values
        search       what the search in the browser needs
        exports      books, decks, tables, data
    pictures
        drawing      modules of authors become pictures
        running      the bounded process that runs them
    bank
        reading      files become questions
        linking      mentions of questions become references
        markup       answers become text, Markdown and HTML
        languages    the language of a bank, and the words of the interface in it
        assets       the author's pictures
    ground
        settings     what mkdocs.yml says
        options      what a build is asked for
        files        who writes, what is remembered, what things are called
        jobs         long work: processes, limits, progress
        model        the values that all others read
        stemming     words without their endings
        suggestions  the nearest of the names that would have been right
        safe_yaml    YAML without surprises
        git          what git knows of a folder
        paths        where the tool and the author keep what is theirs
        problems     mistakes as values
"""
