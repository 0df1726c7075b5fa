"""Words of titles and places: where one stands, no name is sought. Folded."""

from .letters import words

NOT_NAMES = words(
    """
a about across actors adaptation address advanced agenda agriculture all an and as at avec award
awards benefit benefits best beyond biotech block bridging business by career case cases castle
center centre challenge challenges change circular cities city clean cleantech climate closing
cluster clusters coffee collaboration collaborative common community competence competitiveness
con concluding conclusion conclusions conference congress connecting connectivity cooperation
country creative cross crossborder cultural culture cutting-edge dans das data day deep defence
demo der des dialogue die digital din dinner discover discussion district dla drinks driving east
ecosystem ecosystems education energy engineering environment et europe european evening event
exchange excursion exhibition exploring fair finance first floor focus food for forest forum
fostering free from funding fur future garden gardens gateway gli global good green group growth
guided hall health heritage high-tech hotel how hydrogen il im impact in industrial industries
industry information innovation innovative input insights intelligence intelligent international
interregional into introduction investing investment is it job joint key keynote knowledge labs
large las last learning les lessons level life lo local logistics los lunch making manufacturing
maritime market marketplace matchmaking material materials meet meeting meetings mit mobility
models moderated modern museum national nel network networking neue new next north not of on open
opening opportunities option options oraz our out outcomes outlook palace panel panels paper para
park partner partners partnership partnerships pentru per photo pilot pitch pitching plan plenary
policies policy por port pour practice practices presentation presentations priorities production
programme project projects przez public q&a quantum questions reception recovery region regional
regions registration renewable report research resilience resilient results road roadmap robotics
role round rural safety science sciences sector security semiconductor services session sessions
setting short skills smart smes social solutions south space speech square stage start start-ups
startup startups state station stories story strategic strategies strategy strengthening strong
success supply support sur sustainability sustainable table talent team tech technologies
technology textile textiles that the theatre thematic then three to tool tools tour tourism tours
tower track trade traffic training transfer transformation transition transport trends twin two un
una und une update urban valley value venue vers via view villa village vision visit visits water
we welcome welcoming west what when where who why wie wine with women work working workshop
workshops world your youth zone zum zur
"""
)
