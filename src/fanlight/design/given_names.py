"""Given names that many people in the United Kingdom have and that are no ordinary word: for a gentle warning.

A sentence begins with a capital whatever stands there, so only a list can tell “Susan” from “Handover”. It is short on
purpose: names that are words as well (Grace, Mark, Will, June, Rose, Max, Sue) are left out, because a warning
that comes for nothing is soon not read. Other names are found by what stands around them.
"""

_NAMES = """
Aaron Abdul Abdullah Abigail Adam Adele Adrian Agnes Agnieszka Ahmed Aisha Alan Alana Albert Alejandro Alex Alexander
Alexandra Alfie Ali Alice Alison Allison Amanda Amelia Amina Amir Amit Amy Ana Andrea Andrew Andrzej Andy Angela Angus
Anil Anita Anjali Ann Anna Anne Annette Anthony Antonio Arjun Arthur Asha Ashley Asif Audrey Ayesha Barbara Barry
Beatrice Becky Ben Benjamin Bernadette Bernard Beth Bethany Betty Beverley Bob Bradley Brenda Brendan Brian Bridget
Bronwen Bruce Bryan Caitlin Callum Cameron Carl Carla Carlos Caroline Catherine Cathy Cecilia Charlie Charlotte Cheryl
Chidi Chinwe Chloe Chris Christina Christine Christopher Ciara Claire Clare Colin Colleen Connor Craig Cynthia Daniel
Danielle Danny Darren Dave David Deborah Debbie Deepa Deepak Denise Dennis Derek Diana Diane Dilip Dipti Dominic
Donald Donna Doreen Doris Dorota Dorothy Douglas Duncan Dylan Edith Edward Edwin Eileen Elaine Eleanor Elena Elizabeth
Ella Ellen Ellie Elsie Emeka Emily Emma Eric Erin Esther Ethan Eunice Eva Evelyn Ewa Farah Fatima Felicity Femi Fiona
Folake Francesca Freddie Frederick Freya Funmi Gabriel Gareth Gary Gavin Gemma Geoff Geoffrey George Georgina Gerald
Geraldine Gerard Giles Gillian Gita Gloria Gordon Graham Greg Gurpreet Gwen Habib Hamza Hannah Harpreet Harriet Harry
Harvey Hassan Hayley Heidi Helen Helena Henry Hilary Howard Hugh Hussain Ian Ibrahim Imogen Imran Ines Ingrid Isaac
Isabel Isabella Isla Ismail Iwona Jacob Jacqueline Jacqui Jake James Jamie Jan Jane Janet Janice Jasmine Jason Javed
Jayne Jeff Jeffrey Jenna Jennifer Jenny Jeremy Jessica Jill Jim Joan Joanna Joanne Joe Joel Johanna John Jonathan
Joseph Josephine Joshua Joyce Juan Judith Judy Julia Julian Julie Justin Kamal Karen Karl Karolina Kasia Katarzyna
Kate Katherine Kathleen Kathryn Katie Kavita Keith Kelly Kenneth Kerry Kevin Khadija Khalid Kieran Kim Kirsty Krishna
Krzysztof Kwame Kylie Lakshmi Laura Lauren Leanne Lee Leila Leo Leon Leonard Lesley Leslie Lewis Liam Linda Lindsay
Lisa Liz Logan Lorna Lorraine Louis Louise Lucas Lucia Lucy Luis Luke Lydia Lynn Lynne Maciej Malcolm Malik Mandy
Manoj Marcus Margaret Maria Marie Marion Mariusz Marjorie Martha Martin Mary Mateusz Matthew Maureen Maxine Meera
Megan Mehmet Melanie Melissa Mia Michael Michelle Miguel Mike Miriam Mohamed Mohammad Mohammed Moira Molly Monika
Morag Muhammad Mustafa Nadia Naomi Natalie Natasha Nathan Neha Neil Ngozi Niamh Nicholas Nicky Nicola Nicole Nigel
Nikhil Nina Noel Noor Nora Norma Norman Olivia Oliver Olu Omar Oscar Owen Padraig Pamela Parveen Patricia Patrick Paul
Paula Pauline Pawel Pedro Peter Petra Philip Philippa Phoebe Piotr Prakash Pravin Priti Priya Priyanka Rachel Rahul
Raj Rajesh Ralph Ramesh Rashid Ravi Raymond Rebecca Reece Rekha Rhian Rhys Richard Rita Robert Roberta Rodney Roger
Ronald Rory Roxanne Roy Rupert Russell Ruth Ryan Sabina Saeed Saima Saleem Salma Samantha Samir Samuel Sanjay Sara
Sarah Scott Sean Sebastian Sergio Shabnam Shane Shannon Sharon Shaun Sheila Shirley Shreya Sian Simon Siobhan Sofia
Sonia Sophia Sophie Stacey Stella Stephanie Stephen Steve Steven Stuart Sunita Suresh Susan Susanna Susanne Suzanne
Sylvia Tanya Tariq Teresa Tessa Theresa Thomas Tim Timothy Tina Toby Tom Tomasz Tony Tracey Tracy Trevor Tunde Uzma
Valerie Vanessa Vera Vicky Victoria Vijay Vikram Vincent Wanda Wayne Wendy William Xavier Yasmin Yusuf Yvonne Zainab
Zara Zoe Zofia Zuzanna
"""
GIVEN_NAMES = tuple(dict.fromkeys(_NAMES.split()))
